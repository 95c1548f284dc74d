import { describe, expect, it } from 'vitest';
import { pagesOf, waysOf } from '../src/panel/ways';

describe('the ways to reach people', () => {
  it('are links of their own kind, in one order', () => {
    expect(
      waysOf({
        email: 'a+b@shop.test',
        telegram: 'parlor_chat',
        whatsapp: '+49 30-1',
        phone: '+49 (30) 1.2',
      }),
    ).toEqual([
      { way: 'phone', href: 'tel:+493012' },
      { way: 'whatsapp', href: 'https://wa.me/49301' },
      { way: 'telegram', href: 'https://t.me/parlor_chat' },
      { way: 'email', href: 'mailto:a%2Bb@shop.test' },
    ]);
    expect(waysOf({ phone: '110', email: '' })).toEqual([{ way: 'phone', href: 'tel:110' }]);
  });

  it('lead nowhere else, whatever the address is', () => {
    const hrefs = waysOf({
      phone: 'javascript:alert(1)',
      whatsapp: '1/../evil',
      telegram: '../x?y=//evil.test',
      email: 'a@b.test?bcc=eve@evil.test',
    }).map(({ href }) => href);

    expect(hrefs).toEqual([
      'tel:1',
      'https://wa.me/1',
      'https://t.me/..%2Fx%3Fy%3D%2F%2Fevil.test',
      'mailto:a@b.test%3Fbcc%3Deve%40evil.test',
    ]);
  });

  it('are pages only where they are https', () => {
    const url = 'https://shop.test';
    const social = [url, 'http://shop.test', 'javascript:alert(1)', '//evil.test'].map((at) => ({
      name: at,
      url: at,
    }));

    expect(pagesOf({ social })).toEqual([{ name: url, url }]);
    expect(pagesOf({})).toEqual([]);
  });
});
