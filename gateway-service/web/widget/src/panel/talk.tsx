/** Everything a conversation needs, in one chunk that is loaded with the first message. */
import { type GuestApi, Session } from '@parlor/client';
import { adopt } from '../loader/dom';
import type { Settings, Shell } from '../settings';
import css from './styles/talk.css?inline';

import { connectWhileWanted } from './attention';
import { Conversation } from './conversation';
import { Course } from './course';
import { Sounds } from './sounds';
import type { Place, Talk } from './talk-module';
import type { Visit } from './visit';
import { tellWhere } from './whereabouts';

export { Conversation };

const dressed = new WeakSet<ShadowRoot>();

/** Opens the conversation and keeps it connected as long as somebody may be looking. */
export function begin(shell: Shell, place: Place, api: GuestApi<Settings>, visit: Visit): Talk {
  if (!dressed.has(shell.root)) adopt(shell.root, css);
  dressed.add(shell.root);
  const session = new Session({
    baseUrl: shell.options.url,
    owner: place.guest.id,
    token: () => place.token,
    client: 'parlor-widget',
    api,
  });
  const store = session.room(place.room);
  store.open();
  void session.outbox.flush();
  const course = new Course(shell, place, api, visit, session);
  const release = connectWhileWanted(session.connection, () => visit.getSnapshot().visible);
  const sounds = new Sounds(session, place.room);
  const silence = tellWhere(visit);
  const end = () => {
    course.stop();
    release();
    silence();
    sounds.stop();
    session.stop();
  };
  const forget = async () => {
    end();
    await session.outbox.flush();
    for (const { room, id } of session.outbox.getSnapshot()) await session.outbox.discard(room, id);
  };
  return { session, store, sounds, course, end, forget };
}
