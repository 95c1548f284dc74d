import { Observable, type Inbox, type Session, type StaffApi, type Tag, type TagWords } from '@parlor/client';

export interface TagsSnapshot {
  /** `failed`: there are none yet to show; a failure later on leaves those that are known. */
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly items: readonly Tag[];
}

type TagsApi = Pick<StaffApi, 'tags' | 'addTag' | 'changeTag' | 'deleteTag'>;

const CHANNEL = 'parlor.tags';

/**
 * The list of tags. Asked for after every connection, in every other tab of this browser as soon as one of them
 * changes it, and when a room wears one that is not known here: then somebody else has just made it.
 */
export class Tags extends Observable<TagsSnapshot> {
  readonly #api: TagsApi;
  readonly #others = new BroadcastChannel(CHANNEL);
  readonly #stops: (() => void)[];
  /** Worn somewhere and not in the list: deleted, or newer than the list. Each is asked for once. */
  readonly #missing = new Set<string>();
  #asking: Promise<void> | undefined;

  constructor(session: Session, inbox: Inbox, api: TagsApi) {
    super({ phase: 'loading', items: [] });
    this.#api = api;
    this.#others.onmessage = () => void this.load();
    this.#stops = [
      session.onFrame((frame) => frame.type === 'welcome' && void this.load()),
      inbox.subscribe(() => this.#look(inbox)),
    ];
  }

  stop(): void {
    this.#others.close();
    for (const stop of this.#stops) stop();
  }

  /** Asks for all of them; one question at a time. */
  load(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async add(tag: TagWords): Promise<void> {
    this.#put(await this.#api.addTag(tag));
  }

  async change(id: string, tag: TagWords): Promise<void> {
    this.#put(await this.#api.changeTag(id, tag));
  }

  async remove(id: string): Promise<void> {
    await this.#api.deleteTag(id);
    this.#show(this.getSnapshot().items.filter((known) => known.id !== id));
  }

  async #ask(): Promise<void> {
    try {
      const { items } = await this.#api.tags();
      this.set({ phase: 'ready', items });
    } catch {
      const { items } = this.getSnapshot();
      this.set({ items, phase: items.length ? 'ready' : 'failed' });
    }
  }

  #look(inbox: Inbox): void {
    const { phase, items } = this.getSnapshot();
    if (phase !== 'ready') return;
    const known = new Set(items.map(({ id }) => id));
    const worn = inbox.getSnapshot().rooms.flatMap(({ tags = [] }) => tags);
    const news = worn.filter((id) => !known.has(id) && !this.#missing.has(id));
    if (news.length === 0) return;
    news.forEach((id) => this.#missing.add(id));
    void this.load();
  }

  #put(tag: Tag): void {
    this.#show([...this.getSnapshot().items.filter((known) => known.id !== tag.id), tag]);
  }

  #show(items: readonly Tag[]): void {
    this.set({ phase: 'ready', items: items.toSorted((a, b) => a.name.localeCompare(b.name)) });
    this.#others.postMessage('changed');
  }
}
