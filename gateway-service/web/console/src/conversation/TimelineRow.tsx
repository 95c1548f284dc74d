import type { Account, InboxRoom, MessageItem } from '@parlor/client';
import type { MessageActions } from './actions';
import { Message } from './Message';
import { Outgoing } from './Outgoing';
import { mayDelete } from './rights';
import type { Row } from './rows';
import { DaySeparator, NoticeLine, UnreadSeparator } from './Separators';
import type { Conversation } from './useConversation';

type TimelineRowProps = {
  row: Row;
  room: InboxRoom;
  account: Account;
  now: number;
  delivery: 'delivered' | 'read' | undefined;
  quoted: ReadonlyMap<string, MessageItem>;
  doorOf: Conversation['doorOf'];
  actions: MessageActions;
  /** Whether this is the message somebody came for. */
  marked: true | undefined;
};

export function TimelineRow({
  row,
  room,
  account,
  now,
  delivery,
  quoted,
  doorOf,
  actions,
  marked,
}: TimelineRowProps) {
  switch (row.kind) {
    case 'day':
      return <DaySeparator id={row.key} at={row.at} now={now} />;
    case 'unread':
      return <UnreadSeparator id={row.key} />;
    case 'notice':
      return <NoticeLine id={row.key} item={row.item} />;
    case 'outgoing':
      return (
        <Outgoing
          id={row.key}
          outgoing={row.outgoing}
          onRetry={() => doorOf(row.outgoing.note).retry(row.outgoing.message.id)}
          onDiscard={() => doorOf(row.outgoing.note).discard(row.outgoing.message.id)}
        />
      );
    case 'message':
      return (
        <Message
          row={row}
          room={room}
          self={account.id}
          delivery={delivery}
          quoted={
            row.item.replyTo === undefined ? undefined : quoted.get(quoteKey(row.note, row.item.replyTo))
          }
          deletable={mayDelete(row.item, room, account)}
          actions={actions}
          marked={marked}
        />
      );
  }
}

const quoteKey = (note: boolean, seq: number): string => `${note ? 'note' : 'item'}-${seq}`;

/** Every message that is drawn or could be, by where it can be quoted from. */
export const quotable = (rows: readonly Row[]): ReadonlyMap<string, MessageItem> =>
  new Map(
    rows.flatMap((row) => (row.kind === 'message' ? [[quoteKey(row.note, row.item.seq), row.item]] : [])),
  );
