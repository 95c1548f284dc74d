import { Inbox, Personal, Presence, Queue, Session, type Account, type StaffApi } from '@parlor/client';
import { Alerts } from '../alerts/Alerts';
import { follow } from '../personal/follow';
import { Replies } from '../replies/replies';
import { api } from '../session/account';
import { PresenceQuestions } from './presence-questions';
import { Colleagues } from '../team/colleagues';
import { Tags } from '../tags/tags';
import { Visitors } from '../visitor/visitors';
import { RecentMessages } from './recent';

/** Everything a signed-in colleague works with. Lives from sign-in to sign-out. */
export interface Desk {
  readonly account: Account;
  readonly api: StaffApi;
  readonly session: Session;
  readonly inbox: Inbox;
  readonly presence: Presence;
  readonly questions: PresenceQuestions;
  readonly personal: Personal;
  readonly alerts: Alerts;
  readonly replies: Replies;
  readonly queue: Queue;
  readonly tags: Tags;
  readonly recent: RecentMessages;
  readonly visitors: Visitors;
  readonly colleagues: Colleagues;
  readonly stop: () => void;
}

export function openDesk(account: Account): Desk {
  const session = new Session({ owner: account.id, client: 'console', api });
  const personal = new Personal(session, api);
  const presence = new Presence(session);
  // Alerts compare with what the inbox knew before: they hear every frame first.
  const alerts: Alerts = new Alerts({ account, session, presence, personal, inbox: () => inbox });
  const inbox = new Inbox(session, api);
  const questions = new PresenceQuestions(presence, api, session);
  const replies = new Replies(api);
  const queue = new Queue(session, api);
  const tags = new Tags(session, inbox, api);
  const recent = new RecentMessages(api, inbox);
  const visitors = new Visitors(session, api);
  const colleagues = new Colleagues(api);
  const stops = [
    follow(personal),
    alerts.start(),
    session.onFrame(({ type }) => type === 'settings.changed' && void replies.load()),
  ];
  session.start();
  const stop = () => {
    session.stop();
    for (const part of [replies, queue, tags, visitors, questions, inbox, presence, personal]) part.stop();
    for (const end of stops) end();
  };
  return {
    account,
    api,
    session,
    inbox,
    presence,
    questions,
    personal,
    alerts,
    replies,
    queue,
    tags,
    recent,
    visitors,
    colleagues,
    stop,
  };
}
