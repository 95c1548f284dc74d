import { Inbox, Presence, Session, type Account, type StaffApi } from '@parlor/client';
import { api } from '../session/account';
import { PresenceQuestions } from './presence-questions';

/** Everything a signed-in colleague works with. Lives from sign-in to sign-out. */
export interface Desk {
  readonly account: Account;
  readonly api: StaffApi;
  readonly session: Session;
  readonly inbox: Inbox;
  readonly presence: Presence;
  readonly questions: PresenceQuestions;
}

export function openDesk(account: Account): Desk {
  const session = new Session({ owner: account.id, client: 'console', api });
  const inbox = new Inbox(session, api);
  const presence = new Presence(session);
  const questions = new PresenceQuestions(presence, api, session);
  session.start();
  return { account, api, session, inbox, presence, questions };
}

export function closeDesk({ session, inbox, presence, questions }: Desk): void {
  session.stop();
  questions.stop();
  inbox.stop();
  presence.stop();
}
