import { Passage, type InboxRoom, type PassageSnapshot } from '@parlor/client';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useDesk } from '../desk/context';
import type { Conversation } from './useConversation';
import type { OpenRoom } from './useRoom';

/** A message further back than this is shown among its neighbours, not at the end of all that came after it. */
const REACH = 500;

/** The message an address leads to. */
export type Target = { readonly seq: number; readonly note: boolean };

function useTarget(): Target | undefined {
  const search = useSearch();
  return useMemo(() => {
    const wanted = new URLSearchParams(search);
    const at = placeOf(wanted.get('at'));
    if (at) return { seq: at, note: false };
    const note = placeOf(wanted.get('note'));
    return note ? { seq: note, note: true } : undefined;
  }, [search]);
}

function placeOf(text: string | null): number | undefined {
  const seq = Number(text);
  return Number.isSafeInteger(seq) && seq > 0 ? seq : undefined;
}

/**
 * The conversation at the message the address leads to: what is missing before it is loaded, and when that would be
 * too much, the conversation is the passage around it.
 */
export function useAim(room: InboxRoom, conversation: Conversation | undefined) {
  const [path, navigate] = useLocation();
  const target = useTarget();
  const far = useReach(target, target?.note ? conversation?.back : conversation?.front);
  const passage = usePassage(target?.note ? room.backroom : room.id, target, far);
  const shown = useShown(passage);
  const leave = useCallback(() => navigate(path, { replace: true }), [navigate, path]);
  const aimed = useMemo(
    () => conversation && within(conversation, target, passage, shown),
    [conversation, target, passage, shown],
  );
  const leavePassage = () => passage && leave();
  return { target, passage, shown, leave, leavePassage, conversation: aimed };
}

export type Aim = ReturnType<typeof useAim>;

/** Loads what is missing up to the target; true when that is too much. */
function useReach(target: Target | undefined, open: OpenRoom | undefined): boolean {
  const door = open?.door;
  const { phase, older, items = [] } = open?.snapshot ?? {};
  const first = items[0]?.seq;
  const missing = target && phase === 'open' && first !== undefined ? first - target.seq : 0;
  const far = missing > REACH || (missing > 0 && older === 'failed');
  useEffect(() => {
    if (missing > 0 && !far && older === 'more') void door?.loadOlder();
  }, [missing, far, older, door]);
  return far;
}

/** The passage around the target while that is far. */
function usePassage(id: string | undefined, target: Target | undefined, far: boolean): Passage | undefined {
  const { session, api } = useDesk();
  const [held, setHeld] = useState<{ target: Target; passage: Passage }>();
  useEffect(() => {
    if (!far || !target || !id) return;
    const passage = new Passage(session, api, id, target.seq);
    setHeld({ target, passage });
    void passage.load();
    return () => {
      passage.stop();
      setHeld(undefined);
    };
  }, [far, target, id, session, api]);
  return held?.target === target ? held?.passage : undefined;
}

const NOWHERE = { subscribe: () => () => undefined, getSnapshot: () => undefined };

function useShown(passage: Passage | undefined): PassageSnapshot | undefined {
  const { subscribe, getSnapshot } = passage ?? NOWHERE;
  return useSyncExternalStore<PassageSnapshot | undefined>(subscribe, getSnapshot);
}

/** The conversation as the passage of it. */
function within(
  conversation: Conversation,
  target: Target | undefined,
  passage: Passage | undefined,
  shown: PassageSnapshot | undefined,
): Conversation {
  if (!passage || !shown || !target) return conversation;
  const { front } = conversation;
  return {
    ...conversation,
    items: shown.items.map((item) => ({ item, note: target.note })),
    outgoing: [],
    front: { ...front, snapshot: { ...front.snapshot, older: shown.older } },
    loadOlder: () => passage.loadOlder(),
  };
}
