import type { Guest, RoomSnapshot, RoomStore, Who } from '@parlor/client';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useStore, useSurroundings } from './context';
import { DayRow, Group, NoticeRow } from './group';
import { lastOwn, rowsOf } from './rows';
import { useScroll } from './scroll';
import { TalkIcon, useTalk } from './talk-parts';

interface MessagesProps {
  readonly store: RoomStore;
  readonly guest: Guest;
  readonly visible: boolean;
}

export function Messages({ store, guest, visible }: MessagesProps) {
  const texts = useTalk();
  const room = useStore<RoomSnapshot>(store);
  const self: Who = { id: guest.id, kind: 'guest', name: guest.name };
  const rows = useMemo(() => rowsOf(room, self, (item) => store.delivery(item)), [room, guest]);
  const newest = lastOwn(rows);
  const { list, atEnd, toEnd, onScroll } = useScroll(room, () => void store.loadOlder());
  useReading(store, visible && atEnd, room.head);
  const waiting = room.items.length + room.pending.length === 0;
  return (
    <div class="messages-frame">
      <div
        ref={list}
        class="messages"
        role="region"
        aria-label={texts.conversation}
        tabIndex={0}
        onScroll={onScroll}
      >
        <Older room={room} store={store} />
        {waiting && room.phase === 'opening' && <Skeleton />}
        {waiting && room.phase === 'open' && <p class="empty">{texts.empty}</p>}
        {rows.map((row) => {
          if (row.kind === 'day') return <DayRow key={row.key} at={row.at} />;
          if (row.kind === 'notice') return <NoticeRow key={row.key} notice={row.notice} />;
          return <Group key={row.key} row={row} newest={newest} store={store} />;
        })}
      </div>
      {!atEnd && (
        <button type="button" class="to-end" onClick={toEnd} aria-label={texts.newMessages}>
          <TalkIcon name="down" />
        </button>
      )}
      <Announcer room={room} guest={guest} />
    </div>
  );
}

/** What is on screen, at the end and in a page that is looked at has been read. */
function useReading(store: RoomStore, looking: boolean, head: number): void {
  useEffect(() => {
    const read = () => looking && document.visibilityState === 'visible' && store.read();
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [store, looking, head]);
}

function Older({ room, store }: { room: RoomSnapshot; store: RoomStore }) {
  const { loading, tryAgain } = useSurroundings().texts;
  const texts = useTalk();
  if (room.older === 'none') return null;
  if (room.older === 'loading') return <p class="older hint">{loading}</p>;
  return (
    <div class="older">
      {room.older === 'failed' && <p class="hint">{texts.olderFailed}</p>}
      <button type="button" class="link" onClick={() => void store.loadOlder()}>
        {room.older === 'failed' ? tryAgain : texts.older}
      </button>
    </div>
  );
}

const Skeleton = () => (
  <div class="skeleton" aria-hidden="true">
    <i />
    <i />
    <i />
  </div>
);

/** Says new messages aloud, but not the history that was there before. */
function Announcer({ room, guest }: { room: RoomSnapshot; guest: Guest }) {
  const texts = useTalk();
  // Noted while drawing: after it, what came first would count as history.
  const since = useRef<number>(undefined);
  if (room.phase === 'open') since.current ??= room.head;
  const last = room.items.findLast((item) => item.kind === 'message' && item.author.id !== guest.id);
  const said = last?.kind === 'message' && last.seq > (since.current ?? Infinity) ? last : undefined;
  return (
    <p class="aloud" role="status" aria-live="polite">
      {said && texts.says(said.author.name, said.text || said.attachments.map(({ name }) => name).join(', '))}
    </p>
  );
}
