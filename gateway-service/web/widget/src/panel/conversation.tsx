import type { Connection, ConnectionSnapshot, Room } from '@parlor/client';
import { useEffect, useState } from 'preact/hooks';
import { Composer } from './composer';
import { useStore, useSurroundings } from './context';
import { Ending } from './ending';
import { ConversationHeader } from './header';
import { Messages } from './messages';
import { Banner, Icon, useReason } from './parts';
import { useRatingModule } from './rating-module';
import { TalkIcon, useTalk } from './talk-parts';
import { useMailing } from './transcript';
import { Underway } from './underway';

const OFFLINE_AFTER_MS = 1_500;

export function Conversation() {
  const { visit } = useSurroundings();
  const texts = useTalk();
  const { room, problem, visible, guest } = useStore(visit);
  const live = visit.live;
  const [ending, setEnding] = useState(false);
  const mailing = useMailing();
  if (!live || !guest) return null;
  const { store, session, sounds } = live;
  const closed = room?.status === 'closed';
  const asked = room?.endAskedAt !== undefined;
  const { limits } = session.connection.getSnapshot();
  const onEnd = closed || asked ? undefined : () => setEnding(true);
  return (
    <div class="screen conversation">
      <ConversationHeader store={store} sounds={sounds} onEnd={onEnd} onMail={mailing.open} />
      <OfflineBanner connection={session.connection} />
      {problem && <Refused code={problem} />}
      {mailing.question}
      {!closed && <Ending asking={ending} onDone={() => setEnding(false)} />}
      <Messages store={store} guest={guest} visible={visible} />
      {closed ? <Closed room={room} /> : <Underway store={store} />}
      {room?.status === 'resolved' && <p class="note">{texts.resolved}</p>}
      {!closed && <Composer store={store} limit={limits?.textChars} largest={limits?.fileBytes} />}
    </div>
  );
}

function Closed({ room }: { room: Room }) {
  const { visit } = useSurroundings();
  const texts = useTalk();
  const rating = useRatingModule();
  return (
    <div class="closed">
      <p class="closed-title">{texts.closed}</p>
      <p class="hint">{texts.closedHint}</p>
      {rating && <rating.Rating room={room} />}
      <button type="button" class="primary" onClick={() => visit.again()}>
        <span>{texts.again}</span>
        <Icon name="arrow" />
      </button>
    </div>
  );
}

function Refused({ code }: { code: string }) {
  const { visit } = useSurroundings();
  return <Banner onDismiss={() => visit.dismiss()}>{useReason(code)}</Banner>;
}

/** Only a connection that stays away is worth a word. */
function OfflineBanner({ connection }: { connection: Connection }) {
  const { tryAgain } = useSurroundings().texts;
  const texts = useTalk();
  const { state } = useStore<ConnectionSnapshot>(connection);
  const away = state !== 'online' && state !== 'idle';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!away) return setShown(false);
    const timer = setTimeout(() => setShown(true), OFFLINE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [away]);
  if (!shown || !away) return null;
  return (
    <div class="banner banner-warn" role="status">
      <TalkIcon name="cloud" />
      <p class="banner-text">
        <strong>{texts.disconnected}.</strong> {texts.offlineHint}{' '}
        <button type="button" class="link" onClick={() => connection.retryNow()}>
          {tryAgain}
        </button>
      </p>
    </div>
  );
}
