import type { PresenceView, StaffApi } from './api';
import { Observable } from './observable';
import type { Availability } from './protocol';
import type { Session } from './session';

export type PresenceSnapshot = Readonly<Record<string, PresenceView>>;

/** Who is here, as far as this client was told or has asked. */
export class Presence extends Observable<PresenceSnapshot> {
  readonly #session: Session;
  readonly #stop: () => void;
  /** What its owner chose; told again after every reconnection. */
  #own: Availability | undefined;

  constructor(session: Session) {
    super({});
    this.#session = session;
    this.#stop = session.onFrame((frame) => {
      if (frame.type === 'presence.changed') this.#take([frame]);
      if (frame.type === 'welcome' && this.#own) this.announce(this.#own);
    });
  }

  stop(): void {
    this.#stop();
  }

  announce(status: Availability): void {
    this.#own = status;
    this.#session.connection.signal({ type: 'presence', status });
  }

  async load(api: Pick<StaffApi, 'presence'>, members: readonly string[]): Promise<void> {
    if (members.length) this.#take((await api.presence(members)).items);
  }

  #take(news: readonly PresenceView[]): void {
    const views = news.map(({ member, status, lastSeen }) => ({
      member,
      status,
      ...(lastSeen === undefined ? {} : { lastSeen }),
    }));
    this.set({ ...this.getSnapshot(), ...Object.fromEntries(views.map((view) => [view.member, view])) });
  }
}
