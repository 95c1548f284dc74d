export type Piece = { readonly text: string; readonly href?: string };

const LINK = /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"']+/giu;
/** Punctuation after a link belongs to the sentence. */
const TRAILING = /[.,;:!?)\]}…]+$/u;

/** Splits text into plain pieces and links; only web, mail and telephone addresses become links. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(LINK)) {
    const link = match[0].replace(TRAILING, '');
    if (!URL.canParse(link)) continue;
    if (match.index > last) found.push({ text: text.slice(last, match.index) });
    found.push({ text: link, href: link });
    last = match.index + link.length;
  }
  if (last < text.length) found.push({ text: text.slice(last) });
  return found;
}
