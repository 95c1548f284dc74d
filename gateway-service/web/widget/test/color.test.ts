import { describe, expect, it } from 'vitest';
import { isColor, palette } from '../src/color';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('a palette', () => {
  const brands = [
    '#2f5bea',
    '#ffd400',
    '#ffffff',
    '#000000',
    '#7a3e1d',
    '#00c2a8',
    '#ff3b30',
    '#888888',
    '#777777',
  ];

  it.each(brands)('made of %s can be read', (brand) => {
    const colors = palette(brand);

    expect(contrast(colors['--accent'], colors['--on-accent'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors['--accent-deep'], colors['--on-accent'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors['--link-light'], '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors['--link-dark'], '#181b22')).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps a colour that can be read already', () => {
    expect(palette('#2f5bea')).toMatchObject({ '--link-light': '#2f5bea', '--on-accent': '#ffffff' });
  });

  it('takes six hexadecimal digits and nothing else', () => {
    expect(['#2f5bea', '#2F5BEA'].every(isColor)).toBe(true);
    expect(['red', '#fff', '#2f5bea;}', '', undefined, 'url(x)'].some(isColor)).toBe(false);
  });
});
