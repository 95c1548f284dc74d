import { Observable, type QuickReply, type ReplyWords, type StaffApi } from '@parlor/client';

export interface RepliesSnapshot {
  /** `failed`: there are none yet to show; a failure later on leaves those that are known. */
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly items: readonly QuickReply[];
  /** For `{{brand}}`, when it is known. */
  readonly brand?: string;
}

type RepliesApi = Pick<StaffApi, 'replies' | 'addReply' | 'changeReply' | 'deleteReply' | 'brand'>;

const CHANNEL = 'parlor.replies';

/**
 * The quick replies one can send. Asked for again whenever somebody is about to use them, and in every other tab of
 * this browser as soon as one of them changes some.
 */
export class Replies extends Observable<RepliesSnapshot> {
  readonly #api: RepliesApi;
  readonly #others = new BroadcastChannel(CHANNEL);
  #asking: Promise<void> | undefined;

  constructor(api: RepliesApi) {
    super({ phase: 'loading', items: [] });
    this.#api = api;
    this.#others.onmessage = () => void this.load();
  }

  stop(): void {
    this.#others.close();
  }

  /** Asks for all of them; one question at a time. */
  load(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async add(reply: ReplyWords & { shared: boolean }): Promise<void> {
    this.#put(await this.#api.addReply(reply));
  }

  async change(id: string, reply: ReplyWords & { version: number }): Promise<void> {
    this.#put(await this.#api.changeReply(id, reply));
  }

  async remove(id: string): Promise<void> {
    await this.#api.deleteReply(id);
    this.#show(this.getSnapshot().items.filter((known) => known.id !== id));
  }

  async #ask(): Promise<void> {
    const brand = this.#api.brand().then(
      (view) => ({ brand: view.brand.name }),
      () => ({}),
    );
    try {
      const { items } = await this.#api.replies();
      this.set({ ...this.getSnapshot(), phase: 'ready', items, ...(await brand) });
    } catch {
      const { items, ...rest } = this.getSnapshot();
      this.set({ ...rest, items, phase: items.length ? 'ready' : 'failed' });
    }
  }

  #put(reply: QuickReply): void {
    this.#show([...this.getSnapshot().items.filter((known) => known.id !== reply.id), reply]);
  }

  #show(items: readonly QuickReply[]): void {
    this.set({ ...this.getSnapshot(), phase: 'ready', items });
    this.#others.postMessage('changed');
  }
}
