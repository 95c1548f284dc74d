import { Observable, type Account, type StaffApi } from '@parlor/client';

export interface ColleaguesSnapshot {
  /** `failed`: there are none yet to show; a failure later on leaves those that are known. */
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly items: readonly Account[];
}

const PAGE = 100;
/** More colleagues than that are not offered: they are found where people are chosen by name. */
const MOST_PAGES = 10;

/**
 * Everybody with an account, for the names of whoever is mentioned. Asked for when first needed, and whenever somebody
 * is about to be mentioned.
 */
export class Colleagues extends Observable<ColleaguesSnapshot> {
  readonly #api: Pick<StaffApi, 'accounts'>;
  #asking: Promise<void> | undefined;
  /** Of several with one name, the one that was last chosen here. */
  readonly #chosen = new Map<string, string>();

  constructor(api: Pick<StaffApi, 'accounts'>) {
    super({ phase: 'loading', items: [] });
    this.#api = api;
  }

  /** Asks for all of them; one question at a time. */
  load(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  /** Asks once. */
  need(): void {
    if (this.getSnapshot().phase !== 'ready') void this.load();
  }

  choose({ id, name }: Account): void {
    this.#chosen.set(name, id);
  }

  /** Whether `account` is meant where its name is written. */
  means({ id, name }: Account): boolean {
    return (this.#chosen.get(name) ?? id) === id;
  }

  async #ask(): Promise<void> {
    try {
      this.set({ phase: 'ready', items: await this.#all() });
    } catch {
      const { items } = this.getSnapshot();
      this.set({ items, phase: items.length ? 'ready' : 'failed' });
    }
  }

  async #all(): Promise<readonly Account[]> {
    const items: Account[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { items: more, next } = await this.#api.accounts({ limit: PAGE, ...(cursor ? { cursor } : {}) });
      items.push(...more);
      if (!next) break;
      cursor = next;
    }
    return items;
  }
}
