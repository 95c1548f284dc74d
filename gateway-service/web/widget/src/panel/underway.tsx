import type { QueuePlace, RoomSnapshot, RoomStore } from '@parlor/client';
import { useStore, useSurroundings } from './context';
import { TalkIcon, useTalk } from './talk-parts';
import { about } from './time';

/** What stands between the messages and the place to write: the way to a person, and the line for one. */
export function Underway({ store }: { store: RoomStore }) {
  const { visit } = useSurroundings();
  const texts = useTalk();
  const { room, busy, settings } = useStore(visit);
  const { phase } = useStore<RoomSnapshot>(store);
  if (room?.status === 'queued') return <Line place={room.queue} />;
  if (room?.status !== 'open' || settings.features?.handoff === false || phase === 'opening') return null;
  return (
    <div class="chips">
      <button
        type="button"
        class="chip"
        disabled={busy !== undefined}
        onClick={() => void visit.live?.course.ask('handoff')}
      >
        {busy === 'handoff' ? <span class="spinner" aria-hidden="true" /> : <TalkIcon name="person" />}
        {texts.human}
      </button>
    </div>
  );
}

/** Where somebody stands in line, and how long that will take if there is anything to say about it. */
function Line({ place }: { place: QueuePlace | undefined }) {
  const { locale } = useSurroundings();
  const texts = useTalk();
  const number = place && new Intl.NumberFormat(locale).format(place.position);
  const wait = place?.estimatedWaitMs;
  return (
    <div class="queue" role="status">
      <span class="queue-pulse" aria-hidden="true" />
      <div>
        <p class="queue-title">{number ? texts.position(number) : texts.queued}</p>
        {wait !== undefined && <p class="queue-wait">{texts.wait(about(locale, wait))}</p>}
        <p class="hint">{texts.queuedHint}</p>
      </div>
    </div>
  );
}
