import type { Guest, RoomApi, RoomStore, Session } from '@parlor/client';
import type { ComponentType } from 'preact';
import type { Shell } from '../settings';
import type { Sounds } from './sounds';

/** Whose conversation, and where. */
export interface Place {
  readonly token: string;
  readonly guest: Guest;
  readonly room: string;
}

/** A conversation that is being led. */
export interface Talk {
  readonly session: Session;
  readonly store: RoomStore;
  readonly sounds: Sounds;
  readonly end: () => void;
}

/** What comes with the first message, and not before. */
export interface TalkModule {
  readonly Conversation: ComponentType;
  /** Opens the conversation and keeps it connected as long as somebody may be looking; `wanted` says if it is open. */
  readonly begin: (shell: Shell, place: Place, api: RoomApi, wanted: () => boolean) => Talk;
}
