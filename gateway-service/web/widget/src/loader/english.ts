/** What the bubble says before anything else of a language is there. */
export type Words = readonly [open: string, close: string, unread: string, oops: string, label: string];

export const ENGLISH: Words = [
  'Open chat',
  'Close chat',
  'unread',
  'The chat could not be loaded. Try again.',
  // The same words as the server's own: when nobody has changed them there, they are said in the visitor's language.
  'Chat with us',
];
