/** The languages the widget speaks. */
export const SPOKEN = ['en', 'de', 'fr', 'es', 'ar', 'am'] as const;

/** `de` of `de-AT`. */
export const primary = (tag: string): string => (tag.split('-')[0] ?? '').toLowerCase();

/** The first wish that is spoken here; the first wish when none is, for its way to write times. */
export function wished(...wishes: readonly (string | undefined)[]): string {
  const tags = wishes.flatMap((wish) => (wish ? [wish.replaceAll('_', '-')] : []));
  return tags.find((tag) => (SPOKEN as readonly string[]).includes(primary(tag))) ?? tags[0] ?? 'en';
}
