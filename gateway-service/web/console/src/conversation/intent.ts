import type { MessageItem } from '@parlor/client';

/** What the composer is about besides plain writing. */
export type Intent =
  | { readonly kind: 'none' }
  | { readonly kind: 'quote'; readonly item: MessageItem }
  | { readonly kind: 'edit'; readonly item: MessageItem };

export const NO_INTENT: Intent = { kind: 'none' };
