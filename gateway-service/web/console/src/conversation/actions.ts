import type { MessageItem } from '@parlor/client';

/** What one can do with a message. `note` says it stands in the back room. */
export type MessageActions = {
  readonly reply: (item: MessageItem, note: boolean) => void;
  readonly edit: (item: MessageItem, note: boolean) => void;
  readonly remove: (item: MessageItem, note: boolean) => void;
  readonly react: (item: MessageItem, note: boolean, emoji: string) => void;
};
