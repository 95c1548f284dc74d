/** Colours as the settings give them (`#rrggbb`), made readable whatever was chosen. */
type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [17, 20, 28];
/** For the few middle greys on which neither white nor ink can be read. */
const BLACK: Rgb = [0, 0, 0];
const READABLE = 4.5;

export const isColor = (text: string | undefined): text is string => /^#[0-9a-f]{6}$/i.test(text ?? '');

/** Custom properties of the widget, by name. */
export interface Palette {
  readonly '--accent': string;
  /** Text and icons on the accent. */
  readonly '--on-accent': string;
  /** The accent moved away from what is written on it, for gradients: never harder to read than the accent. */
  readonly '--accent-deep': string;
  /** The accent as text on a light or on a dark surface. */
  readonly '--link-light': string;
  readonly '--link-dark': string;
}

export function palette(accent: string): Palette {
  const rgb = parse(accent);
  const onAccent = [WHITE, INK].find((ink) => contrast(rgb, ink) >= READABLE) ?? BLACK;
  return {
    '--accent': accent,
    '--on-accent': format(onAccent),
    '--accent-deep': format(mix(rgb, onAccent === WHITE ? INK : WHITE, 0.22)),
    '--link-light': format(readable(rgb, WHITE, INK)),
    '--link-dark': format(readable(rgb, [24, 27, 34], WHITE)),
  };
}

/** Moves the colour towards another until it can be read on the ground. */
function readable(color: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let step = 0; step < 20; step++) {
    const mixed = mix(color, towards, step / 20);
    if (contrast(mixed, ground) >= READABLE) return mixed;
  }
  return towards;
}

const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((value, i) => Math.round(value + ((b[i] as number) - value) * share)) as unknown as Rgb;

/** The WCAG 2 contrast of two colours, 1 to 21. */
export const contrastOf = (one: string, other: string): number => contrast(parse(one), parse(other));

/** WCAG 2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const parse = (text: string): Rgb => {
  const number = parseInt(text.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
};

const format = (rgb: Rgb): string => `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
