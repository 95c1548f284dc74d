/**
 * Every key there is, by what it does. The screens answer these, the overview shows them, and the words for each are
 * found under its keys. `Mod` is ⌘ on a Mac and Ctrl elsewhere.
 */
export const KEYS = {
  go: {
    queue: 'g q',
    mine: 'g m',
    mentions: 'g n',
    snoozed: 'g z',
    unassigned: 'g u',
    all: 'g a',
    ended: 'g e',
    team: 'g t',
    settings: 'g s',
  },
  list: { next: 'j', previous: 'k', search: '/', leave: 'Escape' },
  conversation: {
    claim: 'a',
    reply: 'r',
    note: 'n',
    resolve: 'e',
    transfer: 't',
    snooze: 'z',
    label: 'l',
    details: 'i',
    find: 'f',
  },
  everywhere: { palette: 'Mod k', newRoom: 'c', overview: '?' },
} as const;

type Groups = typeof KEYS;
export type KeyGroup = keyof Groups;
/** What a key does. */
export type KeyAction = { [Group in KeyGroup]: keyof Groups[Group] }[KeyGroup];
/** How its keys are written in the table. */
export type Keys = { [Group in KeyGroup]: Groups[Group][keyof Groups[Group]] }[KeyGroup];

export const KEY_GROUPS = Object.keys(KEYS) as KeyGroup[];

/** The keys of a group, in the order in which they are shown. */
export const keysOf = (group: KeyGroup): readonly Keys[] => Object.values(KEYS[group]);

const BY_KEYS: ReadonlyMap<string, KeyAction> = new Map(
  KEY_GROUPS.flatMap((group) =>
    Object.entries(KEYS[group]).map(([action, keys]) => [keys, action as KeyAction] as const),
  ),
);

/** What these keys do, if anything. */
export const actionOf = (keys: string): KeyAction | undefined => BY_KEYS.get(keys);

/** The keys that do this. */
export const keysFor = (action: KeyAction): Keys =>
  [...BY_KEYS].find(([, done]) => done === action)?.[0] as Keys;

const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What stands on the keys. */
export const caps = (keys: Keys): readonly string[] =>
  keys.split(' ').map((key) => {
    if (key === 'Mod') return onMac() ? '⌘' : 'Ctrl';
    return key === 'Escape' ? 'Esc' : key;
  });
