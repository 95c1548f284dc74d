import type { Presence, Session, StaffApi } from '@parlor/client';

/** The most the server answers at once. */
const MOST = 100;

/**
 * Asks about members' availability once per connection, many in one request; from then on news comes by itself.
 * A courtesy: where it fails, the dots stay away until somebody asks again.
 */
export class PresenceQuestions {
  /** Asked on this connection. */
  readonly #asked = new Set<string>();
  /** To be asked as soon as everything on the screen has said whom it shows. */
  readonly #next = new Set<string>();
  readonly #stop: () => void;

  constructor(
    private readonly presence: Presence,
    private readonly api: Pick<StaffApi, 'presence'>,
    { connection }: Session,
  ) {
    this.#stop = connection.subscribe(
      () => connection.getSnapshot().state !== 'online' && this.#asked.clear(),
    );
  }

  ask(members: readonly string[]): void {
    if (this.#next.size === 0) setTimeout(() => this.#send());
    for (const member of members) if (!this.#asked.has(member)) this.#next.add(member);
  }

  stop(): void {
    this.#stop();
  }

  #send(): void {
    const members = [...this.#next];
    this.#next.clear();
    for (let from = 0; from < members.length; from += MOST) {
      const some = members.slice(from, from + MOST);
      some.forEach((member) => this.#asked.add(member));
      this.presence.load(this.api, some).catch(() => some.forEach((member) => this.#asked.delete(member)));
    }
  }
}
