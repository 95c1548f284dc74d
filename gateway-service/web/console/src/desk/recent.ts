import type { Inbox, InboxRoom, MessageSent, Readable, StaffApi } from '@parlor/client';
import { Observable } from '@parlor/client';

export const SHOWN = 5;
/** Enough to hold the messages shown, among the notices and reactions between them. */
const ASKED = 25;
/** How many rooms are remembered; beyond it the one asked for first is forgotten. */
const REMEMBERED = 200;

interface Recent {
  /** Up to which entry of the room it is. */
  readonly head: number;
  readonly messages: readonly MessageSent[];
}

export type RecentSnapshot = ReadonlyMap<string, Recent>;

/**
 * The last messages of rooms nobody has opened, oldest first. Asked for once per room and again when something
 * happened in it; what was known is shown until the answer is there, and stays when there is none.
 */
export class RecentMessages extends Observable<RecentSnapshot> implements Readable<RecentSnapshot> {
  readonly #asking = new Set<string>();

  constructor(
    private readonly api: Pick<StaffApi, 'timeline'>,
    private readonly inbox: Pick<Inbox, 'get'>,
  ) {
    super(new Map());
  }

  async ask({ id, head }: Pick<InboxRoom, 'id' | 'head'>): Promise<void> {
    const known = this.getSnapshot().get(id);
    if (this.#asking.has(id) || (known && known.head >= head)) return;
    this.#asking.add(id);
    const page = await this.api.timeline(id, { limit: ASKED }).catch(() => undefined);
    this.#asking.delete(id);
    if (!page) return;
    const messages = page.entries.filter((entry) => entry.type === 'message.sent' && !entry.deletedAt);
    this.#remember(id, { head: page.head, messages: messages.slice(-SHOWN) as readonly MessageSent[] });
    const now = this.inbox.get(id)?.head ?? 0;
    if (now > page.head) await this.ask({ id, head: now });
  }

  #remember(id: string, recent: Recent): void {
    const next = new Map(this.getSnapshot());
    next.delete(id);
    next.set(id, recent);
    const [oldest] = next.keys();
    if (next.size > REMEMBERED && oldest !== undefined) next.delete(oldest);
    this.set(next);
  }
}
