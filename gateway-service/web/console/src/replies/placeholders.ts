/** What a placeholder can stand for; what is not known is left out. */
export type Values = Readonly<Partial<Record<PlaceholderName, string>>>;

export const PLACEHOLDERS = ['guest.name', 'guest.email', 'agent.name', 'brand'] as const;
export type PlaceholderName = (typeof PLACEHOLDERS)[number];

export const placeholder = (name: string): string => `{{${name}}}`;

/** The parts of a text that are placeholders, and those between them. */
export type Part = { readonly text: string; readonly name?: string };

const PLACEHOLDER = /\{\{\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*\}\}/gu;

export const isKnown = (name: string): name is PlaceholderName =>
  (PLACEHOLDERS as readonly string[]).includes(name);

/** Puts in what is known, each once: what was put in is not read again. The others stay as they are. */
export const filled = (text: string, values: Values): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => {
    const key = name.toLowerCase();
    return (isKnown(key) && values[key]) || whole;
  });

/** Splits a text at its placeholders. */
export function parts(text: string): Part[] {
  const found: Part[] = [];
  let last = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > last) found.push({ text: text.slice(last, match.index) });
    found.push({ text: match[0], name: match[1]?.toLowerCase() ?? '' });
    last = match.index + match[0].length;
  }
  if (last < text.length) found.push({ text: text.slice(last) });
  return found;
}

export type Span = { readonly from: number; readonly to: number; readonly text: string };

/** Where something is still to be filled in. */
export const blanks = (text: string): Span[] =>
  [...text.matchAll(PLACEHOLDER)].map(({ index, 0: whole }) => ({
    from: index,
    to: index + whole.length,
    text: whole,
  }));
