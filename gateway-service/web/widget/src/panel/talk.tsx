/** Everything a conversation needs, in one chunk that is loaded with the first message. */
import { type RoomApi, Session } from '@parlor/client';
import { adopt } from '../loader/dom';
import type { Shell } from '../settings';
import css from './styles/talk.css?inline';

import { connectWhileWanted } from './attention';
import { Conversation } from './conversation';
import { Sounds } from './sounds';
import type { Place, Talk } from './talk-module';

export { Conversation };

const dressed = new WeakSet<ShadowRoot>();

/** Opens the conversation and keeps it connected as long as somebody may be looking; `wanted` says if it is open. */
export function begin(
  shell: Shell,
  { token, guest, room }: Place,
  api: RoomApi,
  wanted: () => boolean,
): Talk {
  if (!dressed.has(shell.root)) adopt(shell.root, css);
  dressed.add(shell.root);
  const session = new Session({
    baseUrl: shell.options.url,
    owner: guest.id,
    token: () => token,
    client: 'parlor-widget',
    api,
  });
  const store = session.room(room);
  store.open();
  void session.outbox.flush();
  const release = connectWhileWanted(session.connection, wanted);
  const sounds = new Sounds(session, room);
  const end = () => {
    release();
    sounds.stop();
    session.stop();
  };
  return { session, store, sounds, end };
}
