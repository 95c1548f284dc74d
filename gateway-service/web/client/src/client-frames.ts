import type { Attachment, Availability, Viewing } from './protocol';

/** Frames that are answered, by `ref`. The connection fills in the `ref`. */
export type RequestFrame =
  | { readonly type: 'room.open'; readonly room: string; readonly epoch?: number; readonly after?: number }
  | { readonly type: 'room.leave'; readonly room: string }
  | {
      readonly type: 'message.send';
      readonly room: string;
      readonly id: string;
      readonly text: string;
      readonly replyTo?: number;
      readonly attachments?: readonly Attachment[];
      readonly mentions?: readonly string[];
    }
  | {
      readonly type: 'message.edit';
      readonly room: string;
      readonly id: string;
      readonly seq: number;
      readonly text: string;
    }
  | { readonly type: 'message.delete'; readonly room: string; readonly id: string; readonly seq: number }
  | {
      readonly type: 'reaction.toggle';
      readonly room: string;
      readonly id: string;
      readonly seq: number;
      readonly emoji: string;
    };

/** Frames without an answer. They may get lost: nothing durable depends on them. */
export type SignalFrame =
  | { readonly type: 'message.read'; readonly room: string; readonly seq: number }
  | { readonly type: 'typing'; readonly room: string; readonly on: boolean }
  | { readonly type: 'viewing'; readonly room: string; readonly doing: Viewing['doing'] }
  | { readonly type: 'presence'; readonly status: Availability };
