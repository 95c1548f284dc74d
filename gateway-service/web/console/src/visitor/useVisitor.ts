import type { InboxRoom } from '@parlor/client';
import { useCallback, useSyncExternalStore } from 'react';
import { useDesk } from '../desk/context';
import type { Found } from './visitors';

const NOBODY: Found = { failed: false };
const never = () => () => undefined;

/** Who visits a room, live; nobody does where it is not a guest's. */
export function useVisitor({ id, kind }: Pick<InboxRoom, 'id' | 'kind'>): Found & { reload: () => void } {
  const { visitors } = useDesk();
  const guest = kind === 'guest';
  const watch = useCallback(
    (listener: () => void) => (guest ? visitors.of(id).watch(listener) : never()),
    [visitors, id, guest],
  );
  const found = useSyncExternalStore(watch, () => (guest ? visitors.of(id).getSnapshot() : NOBODY));
  return { ...found, reload: () => visitors.of(id).reload() };
}
