import type { NoticeItem, RoomStore } from '@parlor/client';
import { Attached } from './attached';
import { useSurroundings } from './context';
import { Avatar, useReason } from './parts';
import { TalkIcon, type TalkIconName, useTalk } from './talk-parts';
import { linked } from './links';
import type { Line, Row } from './rows';
import { clock, day } from './time';

export function DayRow({ at }: { at: string }) {
  const { locale } = useSurroundings();
  return (
    <p class="day">
      <span>{day(locale, at)}</span>
    </p>
  );
}

export function NoticeRow({ notice }: { notice: NoticeItem }) {
  const texts = useTalk();
  const text = texts.notice[notice.notice]?.(notice.member?.name ?? notice.author.name);
  return text ? (
    <p class="notice" dir="auto">
      {text}
    </p>
  ) : null;
}

interface GroupProps {
  readonly row: Extract<Row, { kind: 'group' }>;
  /** The key of the last own message of the room. */
  readonly newest: string | undefined;
  readonly store: RoomStore;
}

export function Group({ row, newest, store }: GroupProps) {
  const { locale } = useSurroundings();
  const texts = useTalk();
  const { own, author, lines } = row;
  const bot = author.kind === 'bot';
  const last = lines.at(-1);
  return (
    <section class={own ? 'group own' : 'group'} aria-label={own ? texts.you : author.name}>
      {!own && <Avatar name={author.name} kind={bot ? 'bot' : 'person'} />}
      <div class="lines">
        {!own && (
          <p class="author">
            <bdi>{author.name}</bdi>
            {bot && <span class="tag">{texts.ai}</span>}
          </p>
        )}
        {lines.map((line) => (
          <Bubble key={line.key} line={line} newest={line.key === newest} store={store} />
        ))}
        {last && !last.state && (
          <time class="meta" dateTime={last.at}>
            {clock(locale, last.at)}
          </time>
        )}
      </div>
    </section>
  );
}

interface BubbleProps {
  readonly line: Line;
  readonly newest: boolean;
  readonly store: RoomStore;
}

function Bubble({ line, newest, store }: BubbleProps) {
  const texts = useTalk();
  const unsettled = line.state && line.state !== 'delivered' && line.state !== 'read';
  return (
    <>
      {line.attachments.length > 0 && <Attached files={line.attachments} />}
      {(line.text || line.deleted) && (
        <div class={`line line-${line.state ?? 'other'}${line.deleted ? ' line-deleted' : ''}`} dir="auto">
          {line.deleted ? texts.deleted : linked(line.text)}
          {line.edited && !line.deleted && <span class="edited"> {texts.edited}</span>}
        </div>
      )}
      {line.state && (newest || unsettled) && <State line={line} store={store} />}
    </>
  );
}

const STATE_ICONS: Record<NonNullable<Line['state']>, TalkIconName> = {
  queued: 'clock',
  sent: 'clock',
  acked: 'check',
  delivered: 'checks',
  read: 'checks',
  failed: 'alert',
};

function State({ line, store }: { line: Line; store: RoomStore }) {
  const { locale } = useSurroundings();
  const texts = useTalk();
  const reason = useReason(line.reason ?? '');
  const state = line.state ?? 'sent';
  if (state !== 'failed') {
    return (
      <p class={`meta state-${state}`}>
        <time dateTime={line.at}>{clock(locale, line.at)}</time>
        <span aria-hidden="true">·</span>
        <span>{texts.state[state]}</span>
        <TalkIcon name={STATE_ICONS[state]} />
      </p>
    );
  }
  return (
    <div class="meta state-failed" role="alert">
      <TalkIcon name="alert" />
      <span>
        {texts.state.failed}. {reason}
      </span>
      <button type="button" class="link" onClick={() => store.retry(line.key)}>
        {texts.retry}
      </button>
      <button type="button" class="link" onClick={() => store.discard(line.key)}>
        {texts.discard}
      </button>
    </div>
  );
}
