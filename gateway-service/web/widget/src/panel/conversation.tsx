import type { Connection, ConnectionSnapshot, RoomSnapshot, RoomStore } from '@parlor/client';
import { useEffect, useState } from 'preact/hooks';
import { Composer } from './composer';
import { useStore, useSurroundings } from './context';
import { ConversationHeader } from './header';
import { Messages } from './messages';
import { Banner, Icon, useReason } from './parts';
import { TalkIcon, useTalk } from './talk-parts';

const OFFLINE_AFTER_MS = 1_500;

export function Conversation() {
  const { visit } = useSurroundings();
  const texts = useTalk();
  const { room, problem, visible, guest } = useStore(visit);
  const live = visit.live;
  const [ending, setEnding] = useState(false);
  if (!live || !guest) return null;
  const { store, session, sounds } = live;
  const closed = room?.status === 'closed';
  const { limits } = session.connection.getSnapshot();
  return (
    <div class="screen conversation">
      <ConversationHeader store={store} sounds={sounds} onEnd={closed ? undefined : () => setEnding(true)} />
      <OfflineBanner connection={session.connection} />
      {problem && <Refused code={problem} />}
      {ending && !closed && <EndQuestion onDone={() => setEnding(false)} />}
      <Messages store={store} guest={guest} visible={visible} />
      {closed ? <Closed /> : <Underway store={store} />}
      {room?.status === 'resolved' && <p class="note">{texts.resolved}</p>}
      {!closed && <Composer store={store} limit={limits?.textChars} largest={limits?.fileBytes} />}
    </div>
  );
}

/** What stands between the messages and the place to write: the way to a person, and the line for one. */
function Underway({ store }: { store: RoomStore }) {
  const { visit, locale } = useSurroundings();
  const texts = useTalk();
  const { room, busy, settings } = useStore(visit);
  const { phase } = useStore<RoomSnapshot>(store);
  if (room?.status === 'queued') {
    const position = room.queue?.position;
    const place = position && new Intl.NumberFormat(locale).format(position);
    return (
      <div class="queue" role="status">
        <span class="queue-pulse" aria-hidden="true" />
        <div>
          <p class="queue-title">{place ? texts.position(place) : texts.queued}</p>
          <p class="hint">{texts.queuedHint}</p>
        </div>
      </div>
    );
  }
  if (room?.status !== 'open' || settings.features?.handoff === false || phase === 'opening') return null;
  return (
    <div class="chips">
      <button type="button" class="chip" disabled={busy !== undefined} onClick={() => void visit.handoff()}>
        {busy === 'handoff' ? <span class="spinner" aria-hidden="true" /> : <TalkIcon name="person" />}
        {texts.human}
      </button>
    </div>
  );
}

function Closed() {
  const { visit } = useSurroundings();
  const texts = useTalk();
  return (
    <div class="closed">
      <p class="closed-title">{texts.closed}</p>
      <p class="hint">{texts.closedHint}</p>
      <button type="button" class="primary" onClick={() => visit.again()}>
        <span>{texts.again}</span>
        <Icon name="arrow" />
      </button>
    </div>
  );
}

function EndQuestion({ onDone }: { onDone: () => void }) {
  const { visit } = useSurroundings();
  const texts = useTalk();
  const end = () => void visit.end().then(onDone);
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
