import type { Room } from '@parlor/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useStore, useSurroundings } from './context';
import { Icon, IconButton } from './parts';
import { TalkIcon, useTalk } from './talk-parts';

/** The way out of a conversation: the question, the wait for whoever has it, and the answer that it goes on. */
export function Ending({ asking, onDone }: { asking: boolean; onDone: () => void }) {
  const { visit } = useSurroundings();
  const { room } = useStore(visit);
  const [declined, forget] = useDeclined(room);
  if (room?.endAskedAt) return <Waiting agent={room.assignee?.name} />;
  if (asking) return <Question onDone={onDone} />;
  return declined ? <Declined agent={room?.assignee?.name} onDismiss={forget} /> : null;
}

/** Whether what the visitor asked here was answered by going on. */
function useDeclined(room: Room | undefined): [boolean, () => void] {
  const asked = room?.endAskedAt;
  const before = useRef(asked);
  const [declined, setDeclined] = useState(false);
  useEffect(() => {
    if (before.current !== asked) setDeclined(!asked && room?.status === 'assigned');
    before.current = asked;
  }, [asked]);
  return [declined, () => setDeclined(false)];
}

function Question({ onDone }: { onDone: () => void }) {
  const { visit } = useSurroundings();
  const texts = useTalk();
  const end = () => void visit.live?.course.ask('end').then(onDone);
  return (
    <div class="question" role="group" aria-label={texts.endAsk}>
      <p>{texts.endAsk}</p>
      <div class="question-answers">
        <button type="button" class="quiet" onClick={onDone} ref={(button) => button?.focus()}>
          {texts.endNo}
        </button>
        <button type="button" class="danger" onClick={end}>
          {texts.endYes}
        </button>
      </div>
    </div>
  );
}

function Waiting({ agent }: { agent: string | undefined }) {
  const { texts } = useSurroundings();
  const talk = useTalk();
  return (
    <div class="banner banner-warn" role="status">
      <TalkIcon name="clock" />
      <p class="banner-text">{talk.endWaits(agent ?? texts.team)}</p>
    </div>
  );
}

function Declined({ agent, onDismiss }: { agent: string | undefined; onDismiss: () => void }) {
  const { texts } = useSurroundings();
  const talk = useTalk();
  return (
    <div class="banner banner-warn" role="status">
      <TalkIcon name="person" />
      <p class="banner-text">{talk.endDeclined(agent ?? texts.team)}</p>
      <IconButton label={texts.dismiss} onClick={onDismiss}>
        <Icon name="close" />
      </IconButton>
    </div>
  );
}
