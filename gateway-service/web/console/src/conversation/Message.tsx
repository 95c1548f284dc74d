import type { InboxRoom, MessageItem } from '@parlor/client';
import { Check, CheckCheck, LockKeyhole } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../files/Attachments';
import { useLocale } from '../i18n/useLocale';
import { clock, full } from '../i18n/times';
import { Avatar } from '../ui/Avatar';
import { MessageMenu } from './MessageMenu';
import type { MessageActions } from './actions';
import type { MessageRow } from './rows';
import { Text } from './Text';
import styles from './Message.module.css';

type MessageProps = {
  row: MessageRow;
  room: InboxRoom;
  self: string;
  /** Shown under the newest of my messages, and under the newest the other side has seen. */
  delivery: 'delivered' | 'read' | undefined;
  quoted: MessageItem | undefined;
  deletable: boolean;
  actions: MessageActions;
  marked: true | undefined;
};

export const Message = memo(function Message({
  row,
  room,
  self,
  delivery,
  quoted,
  deletable,
  actions,
  marked,
}: MessageProps) {
  const { t } = useTranslation();
  const { item, note, first, last } = row;
  const side = sideOf(row, room);
  const react = (emoji: string) => actions.react(item, note, emoji);
  return (
    <li
      className={styles.row}
      data-key={row.key}
      data-side={side}
      data-first={first || undefined}
      data-marked={marked}
    >
      {side === 'start' && (
        <span className={styles.gutter}>
          {last && <Avatar name={item.author.name} kind={item.author.kind} />}
        </span>
      )}
      <div className={styles.column}>
        {first && <Byline row={row} />}
        {quoted && <Quote item={quoted} />}
        <div className={styles.line}>
          <div
            className={styles.bubble}
            data-note={note || undefined}
            data-first={first || undefined}
            data-last={last || undefined}
          >
            <Attachments files={item.attachments} />
            {item.deletedAt && <em className={styles.deleted}>{t('message.deleted')}</em>}
            {item.text && <Text mentions={item.mentions}>{item.text}</Text>}
          </div>
          {!item.deletedAt && (
            <MessageMenu item={item} own={row.own} deletable={deletable} note={note} actions={actions} />
          )}
        </div>
        <Reactions item={item} self={self} onToggle={react} />
        {(last || delivery || item.editedAt) && <Meta item={item} delivery={delivery} />}
      </div>
    </li>
  );
});

/** In a guest's room our side stands together at the end; elsewhere only what I wrote. */
export function sideOf(row: Pick<MessageRow, 'own' | 'note' | 'item'>, room: InboxRoom): 'start' | 'end' {
  if (room.kind === 'guest') return row.item.author.kind === 'guest' ? 'start' : 'end';
  return row.own ? 'end' : 'start';
}

function Meta({ item, delivery }: Pick<MessageProps, 'delivery'> & { item: MessageItem }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <p className={styles.meta}>
      <time dateTime={item.at} title={full(locale, item.at)}>
        {clock(locale, item.at)}
      </time>
      {item.editedAt && !item.deletedAt && <span>{t('message.edited')}</span>}
      {delivery && <Delivery delivery={delivery} />}
    </p>
  );
}

function Byline({ row }: { row: MessageRow }) {
  const { t } = useTranslation();
  const { item, note, own } = row;
  return (
    <p className={styles.byline}>
      {note && <LockKeyhole size={12} aria-hidden="true" />}
      {note && <span className={styles.tag}>{t('message.note')}</span>}
      <bdi className={own ? 'visually-hidden' : undefined}>{own ? t('message.you') : item.author.name}</bdi>
      {item.author.kind === 'bot' && <span className={styles.tag}>{t('message.bot')}</span>}
    </p>
  );
}

function Quote({ item }: { item: MessageItem }) {
  const { t } = useTranslation();
  return (
    <blockquote className={styles.quote}>
      <bdi>{item.author.name}</bdi>
      <span dir="auto">{item.deletedAt ? t('message.deleted') : item.text || item.attachments[0]?.name}</span>
    </blockquote>
  );
}

type ReactionsProps = { item: MessageItem; self: string; onToggle: (emoji: string) => void };

function Reactions({ item, self, onToggle }: ReactionsProps) {
  const { t } = useTranslation();
  const given = item.reactions.filter(({ members }) => members.length > 0);
  if (!given.length) return null;
  return (
    <ul className={styles.reactions} aria-label={t('message.reactions')}>
      {given.map(({ emoji, members }) => (
        <li key={emoji}>
          <button
            type="button"
            className={styles.reaction}
            aria-pressed={members.includes(self)}
            aria-label={t('message.reaction', { emoji, count: members.length })}
            onClick={() => onToggle(emoji)}
          >
            {emoji} <span>{members.length}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Delivery({ delivery }: { delivery: 'delivered' | 'read' }) {
  const { t } = useTranslation();
  const Icon = delivery === 'read' ? CheckCheck : Check;
  return (
    <span className={styles.delivery} data-delivery={delivery}>
      <Icon size={14} aria-hidden="true" />
      {t(`message.state.${delivery}`)}
    </span>
  );
}
