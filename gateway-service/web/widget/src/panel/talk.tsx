/** Everything a conversation needs, in one chunk that is loaded with the first message. */
import { type Guest, type RoomApi, type RoomStore, Session } from '@parlor/client';
import { adopt } from '../loader/dom';
import type { Shell } from '../settings';
import css from './styles/talk.css?inline';

import { Conversation } from './conversation';

export { Conversation };

/** What this chunk brings. */
export interface TalkModule {
  readonly Conversation: typeof Conversation;
  readonly begin: typeof begin;
}

export interface Talk {
  readonly session: Session;
  readonly store: RoomStore;
}

interface Place {
  readonly token: string;
  readonly guest: Guest;
  readonly room: string;
}

const dressed = new WeakSet<ShadowRoot>();

export function begin({ root, options }: Shell, { token, guest, room }: Place, api: RoomApi): Talk {
  if (!dressed.has(root)) adopt(root, css);
  dressed.add(root);
  const session = new Session({
    baseUrl: options.url,
    owner: guest.id,
    token: () => token,
    client: 'parlor-widget',
    api,
  });
  const store = session.room(room);
  store.open();
  return { session, store };
}
