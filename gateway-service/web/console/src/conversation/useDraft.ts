import { useCallback, useState } from 'react';
import { keepDraft, readDraft, type DraftKind } from './drafts';

/** The text being typed, kept apart for each conversation and for replies and notes. */
export function useDraft(owner: string, room: string, kind: DraftKind) {
  const place = `${room}/${kind}`;
  const [draft, setDraft] = useState(() => ({ place, text: readDraft(owner, room, kind) }));
  if (draft.place !== place) setDraft({ place, text: readDraft(owner, room, kind) });

  const write = useCallback(
    (text: string) => {
      keepDraft(owner, room, kind, text);
      setDraft({ place: `${room}/${kind}`, text });
    },
    [owner, room, kind],
  );
  return { text: draft.place === place ? draft.text : readDraft(owner, room, kind), write };
}
