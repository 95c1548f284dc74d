import type { Guest, GuestApi, RoomStore, Session } from '@parlor/client';
import type { ComponentType } from 'preact';
import type { Settings, Shell } from '../settings';
import type { Course } from './course';
import type { Sounds } from './sounds';
import type { Visit } from './visit';

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
  readonly course: Course;
  readonly end: () => void;
  /** Nothing of what was written and not sent stays on this browser. */
  readonly forget: () => Promise<void>;
}

/** What comes with the first message, and not before. */
export interface TalkModule {
  readonly Conversation: ComponentType;
  /** Opens the conversation and keeps it connected as long as somebody may be looking. */
  readonly begin: (shell: Shell, place: Place, api: GuestApi<Settings>, visit: Visit) => Talk;
}
