import type { Note } from '@parlor/client';

/** Two equal notes and a higher one: somebody says a name. Made at run time like every other tone. */
export const MENTION: readonly Note[] = [
  [880, 0, 0.1],
  [880, 0.12, 0.1],
  [1318.51, 0.24, 0.3],
];
