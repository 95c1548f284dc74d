/** What was typed and not sent, per conversation and kind; lives as long as the tab. */
export const DRAFT_KINDS = ['reply', 'note'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

const keyOf = (owner: string, room: string, kind: DraftKind): string =>
  `parlor.draft.${owner}.${room}.${kind}`;

export function readDraft(owner: string, room: string, kind: DraftKind): string {
  return sessionStorage.getItem(keyOf(owner, room, kind)) ?? '';
}

export function keepDraft(owner: string, room: string, kind: DraftKind, text: string): void {
  if (text) sessionStorage.setItem(keyOf(owner, room, kind), text);
  else sessionStorage.removeItem(keyOf(owner, room, kind));
}

/** Nothing that was typed stays for the next person at this screen. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('parlor.draft.')) sessionStorage.removeItem(key);
  }
}
