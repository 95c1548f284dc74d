import type { Attachment, MessageItem } from '@parlor/client';
import { useCallback, useMemo, useState } from 'react';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';
import type { DraftKind } from './drafts';
import { NO_INTENT, type Intent } from './intent';
import type { MessageActions } from './actions';
import type { Conversation } from './useConversation';

type Place = { readonly item: MessageItem; readonly note: boolean };

/** What is done with single messages, and what the composer is about meanwhile. */
export function useMessageActions(
  conversation: Conversation | undefined,
  self: string,
  setKind: (kind: DraftKind) => void,
) {
  const { warn } = useToast();
  const say = useProblemText();
  const [intent, setIntent] = useState<Intent>(NO_INTENT);
  const [deleting, setDeleting] = useState<Place>();
  const doorOf = conversation?.doorOf;

  const tell = useCallback(
    (promise: Promise<void> | undefined) => void promise?.catch((problem: unknown) => warn(say(problem))),
    [warn, say],
  );
  const actions = useMemo<MessageActions>(() => {
    const write = (item: MessageItem, note: boolean, kind: 'quote' | 'edit') => {
      setKind(note ? 'note' : 'reply');
      setIntent({ kind, item });
    };
    return {
      reply: (item, note) => write(item, note, 'quote'),
      edit: (item, note) => write(item, note, 'edit'),
      remove: (item, note) => setDeleting({ item, note }),
      react: (item, note, emoji) => tell(doorOf?.(note).react(item.seq, emoji)),
    };
  }, [doorOf, setKind, tell]);

  const send = (
    kind: DraftKind,
    text: string,
    attachments: readonly Attachment[],
    mentions: readonly string[],
  ): void => {
    const door = doorOf?.(kind === 'note');
    if (intent.kind === 'edit') tell(door?.edit(intent.item.seq, text));
    else
      door?.send({
        text,
        ...(intent.kind === 'quote' ? { replyTo: intent.item.seq } : {}),
        ...(attachments.length ? { attachments } : {}),
        ...(mentions.length ? { mentions } : {}),
      });
    setIntent(NO_INTENT);
  };

  const editLast = (kind: DraftKind): void => {
    const own = conversation?.items.findLast(
      ({ item, note }) => item.kind === 'message' && item.author.id === self && note === (kind === 'note'),
    )?.item;
    if (own?.kind === 'message' && !own.deletedAt) setIntent({ kind: 'edit', item: own });
  };

  const confirmDelete = (): void => {
    if (deleting) tell(doorOf?.(deleting.note).remove(deleting.item.seq));
    setDeleting(undefined);
  };

  return {
    actions,
    intent,
    forget: () => setIntent(NO_INTENT),
    send,
    editLast,
    deleting,
    keep: () => setDeleting(undefined),
    confirmDelete,
  };
}
