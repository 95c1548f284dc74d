import { Problem } from '@parlor/client';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useStore, useSurroundings } from './context';
import { Banner, Icon, IconButton, useReason } from './parts';
import { TalkIcon, useTalk } from './talk-parts';

interface Mailing {
  /** None where the conversation cannot be sent by e-mail. */
  readonly open: (() => void) | undefined;
  readonly question: ComponentChildren;
}

/** The way to have the conversation sent to the address the visitor gave. */
export function useMailing(): Mailing {
  const { visit } = useSurroundings();
  const { settings, guest, room } = useStore(visit);
  const [asking, setAsking] = useState(false);
  const email = settings.features?.transcript ? guest?.email : undefined;
  if (!email || !room) return { open: undefined, question: null };
  return {
    open: () => setAsking(true),
    question: asking && <Question room={room.id} email={email} onDone={() => setAsking(false)} />,
  };
}

interface QuestionProps {
  readonly room: string;
  readonly email: string;
  readonly onDone: () => void;
}

/** The same function at every drawing, so that the focus is taken once. */
const focus = (button: HTMLElement | null) => button?.focus();

/** Asks once more, sends, and says what became of it. */
function Question({ room, email, onDone }: QuestionProps) {
  const { visit, texts, locale } = useSurroundings();
  const { mail } = useTalk();
  const [phase, setPhase] = useState<'asking' | 'sending' | 'sent'>('asking');
  const [problem, setProblem] = useState<string>();

  const send = async () => {
    setPhase('sending');
    setProblem(undefined);
    try {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      await visit.http.request('POST', '/guests/transcripts', { room, zone, language: locale });
      setPhase('sent');
    } catch (cause) {
      setProblem(cause instanceof Problem ? cause.code : 'other');
      setPhase('asking');
    }
  };

  if (phase === 'sent') return <Sent email={email} onDone={onDone} />;
  const sending = phase === 'sending';
  return (
    <div class="question" role="group" aria-label={mail.ask(email)}>
      <p>{mail.ask(email)}</p>
      {problem && <Refusal code={problem} />}
      <div class="question-answers">
        <button type="button" class="quiet" onClick={onDone} ref={focus}>
          {mail.no}
        </button>
        <button type="button" class="primary" disabled={sending} onClick={() => void send()}>
          {sending ? texts.sending : mail.yes}
        </button>
      </div>
    </div>
  );
}

function Sent({ email, onDone }: Pick<QuestionProps, 'email' | 'onDone'>) {
  const { texts } = useSurroundings();
  const { mail } = useTalk();
  return (
    <div class="banner banner-warn" role="status">
      <TalkIcon name="mail" />
      <p class="banner-text">{mail.sent(email)}</p>
      <IconButton label={texts.dismiss} onClick={onDone}>
        <Icon name="close" />
      </IconButton>
    </div>
  );
}

function Refusal({ code }: { code: string }) {
  const { problem } = useTalk().mail;
  const other = useReason(code);
  return <Banner>{problem[code] ?? other}</Banner>;
}
