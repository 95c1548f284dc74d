import { beforeEach, describe, expect, it } from 'vitest';
import { optionsOf } from '../src/loader/options';

function tag(attributes: Record<string, string>): HTMLScriptElement {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
}

describe('the script tag', () => {
  beforeEach(() => document.documentElement.removeAttribute('lang'));

  it('talks to where it came from', () => {
    const src = 'https://chat.example.org/widget/loader.js';
    expect(optionsOf(tag({ src }), document).url).toBe('https://chat.example.org');
  });

  it('talks to where it is told', () => {
    const script = tag({
      src: 'https://cdn.example.org/loader.js',
      'data-parlor-url': 'https://a.example.org/help/',
    });
    expect(optionsOf(script, document).url).toBe('https://a.example.org/help');
  });

  it('takes colour, label, place, theme and language', () => {
    const script = tag({
      src: 'https://a.example.org/l.js',
      'data-color': '#123456',
      'data-label': 'Help',
      'data-position': 'left',
      'data-theme': 'dark',
      'data-locale': 'de',
    });
    expect(optionsOf(script, document)).toMatchObject({
      color: '#123456',
      label: 'Help',
      side: 'start',
      theme: 'dark',
      locale: 'de',
    });
  });

  it('ignores what it does not know', () => {
    const script = tag({
      src: 'https://a.example.org/l.js',
      'data-color': 'red;}',
      'data-position': 'top',
      'data-theme': 'pink',
    });
    expect(Object.keys(optionsOf(script, document)).sort()).toEqual(['locale', 'url']);
  });

  it('speaks the language of the page', () => {
    document.documentElement.lang = 'ar-EG';
    expect(optionsOf(tag({ src: 'https://a.example.org/l.js' }), document).locale).toBe('ar-EG');
  });

  it('takes the secret of a mail out of the address, and nothing else', () => {
    const script = tag({ src: 'https://a.example.org/l.js' });
    history.replaceState({ step: 2 }, '', '?a=b#pa_secret');
    expect(optionsOf(script, document).secret).toBe('pa_secret');
    expect([location.search, location.hash, history.state]).toEqual(['?a=b', '', { step: 2 }]);

    history.replaceState(null, '', '#page');
    expect(optionsOf(script, document)).not.toHaveProperty('secret');
    expect(location.hash).toBe('#page');
  });
});
