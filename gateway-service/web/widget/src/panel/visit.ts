import {
  createHttp,
  type Guest,
  type GuestApi,
  guestApi,
  type Http,
  type NewGuest,
  Observable,
  type Room,
} from '@parlor/client';
import type { Settings, Shell } from '../settings';
import { located } from './located';
import { type Kept, Memory } from './memory';
import type { Talk, TalkModule } from './talk-module';

/** How long an open widget may show settings that have changed, while nobody tells it. */
const ASK_AGAIN_MS = 20_000;

const NOBODY = { view: 'welcome', guest: undefined, room: undefined, problem: undefined } as const;

export interface VisitState {
  readonly view: 'welcome' | 'form' | 'conversation';
  readonly settings: Settings;
  readonly guest?: Guest | undefined;
  readonly room?: Room | undefined;
  /** Something asked of the server that is not answered yet. */
  readonly busy?: 'handoff' | 'end' | undefined;
  /** A code of what was refused, until it is dismissed. */
  readonly problem?: string | undefined;
  readonly visible: boolean;
}

/** A conversation that is being led: its parts came with the first message, not before. */
interface Live extends Kept, Talk {
  readonly Screen: TalkModule['Conversation'];
}

/** One visitor's way through the widget: from the welcome screen to the end of a conversation. */
export class Visit extends Observable<VisitState> {
  readonly #shell: Shell;
  readonly #loadTalk: () => Promise<TalkModule>;
  readonly #api: GuestApi<Settings>;
  /** For files, which are too large for the rest of the API. */
  readonly http: Http;
  readonly memory: Memory;
  /** How somebody begins whom the page's server has signed for. */
  starter: (() => unknown) | undefined;
  #live: Live | undefined;
  /** Who asks. */
  token: string | undefined;
  #resuming: Promise<void> | undefined;
  #asking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    shell: Shell,
    loadTalk: () => Promise<TalkModule>,
    { kept, problem }: { kept?: Kept; problem?: string } = {},
  ) {
    super({ view: 'welcome', settings: located(shell), visible: false, problem });
    this.#shell = shell;
    this.#loadTalk = loadTalk;
    this.memory = new Memory(shell.options.url);
    this.http = createHttp({ baseUrl: shell.options.url, token: () => this.token });
    this.#api = guestApi<Settings>(this.http);
    if (kept) this.memory.keep(kept);
    if (shell.told.user && !kept) this.change({ view: 'conversation' });
    else this.#resuming = this.#resume(kept ?? this.memory.kept());
    addEventListener('storage', (event) => this.#otherTab(event));
  }

  get live(): Pick<Live, 'session' | 'store' | 'sounds' | 'course' | 'Screen'> | undefined {
    return this.#live;
  }

  show(view: VisitState['view']): void {
    const { features } = this.getSnapshot().settings;
    if (view !== 'form') this.change({ view, problem: undefined });
    else if (this.starter) this.starter();
    else if (features?.identity === 'required') this.failed('identity-required');
    else this.change({ view, problem: undefined });
  }

  shown(visible: boolean): void {
    this.change({ visible });
    this.#follow();
  }

  /** As long as it is open and no conversation would tell, somebody has to ask whether the settings changed. */
  #follow(): void {
    clearTimeout(this.#asking);
    if (!this.getSnapshot().visible || this.#live) return;
    void this.refresh().then(() => (this.#asking = setTimeout(() => this.#follow(), ASK_AGAIN_MS)));
  }

  /** Something that was tried outside of here did not work. */
  failed(problem: string): void {
    this.change({ problem });
  }

  dismiss(): void {
    this.change({ problem: undefined });
  }

  /** Fails with a [Problem] for the form to show. */
  async begin(form: NewGuest): Promise<void> {
    const talk = this.#loadTalk();
    this.token = undefined;
    const { guest, token, room } = await this.#api.startGuest(form);
    await this.enter({ token, guest: { id: guest.id, name: guest.name }, room: room.id }, talk);
    this.change({ guest, room });
  }

  /** Goes on as this guest, here and in other tabs. */
  async enter(kept: Kept, ready?: Promise<unknown>): Promise<void> {
    this.#leave();
    this.memory.keep(kept);
    await ready?.catch(() => undefined);
    await (this.#resuming = this.#resume(kept));
  }

  /** Back to the form, which still knows who is there. */
  again(): void {
    this.show('form');
  }

  /** Once more, after the conversation could not be loaded. */
  retry(): void {
    void this.#resume(this.memory.kept());
  }

  /** Shows the conversation at once and fills it as soon as its code and its messages are there. */
  async #resume(kept: Kept | undefined): Promise<void> {
    if (!kept) return;
    this.token = kept.token;
    this.change({ view: 'conversation', guest: kept.guest, room: undefined, problem: undefined });
    const talk = await this.#loadTalk().catch(() => undefined);
    if (this.token !== kept.token) return;
    if (!talk) return this.change({ problem: 'unreachable' });
    const { Conversation: Screen, begin } = talk;
    this.#live = { ...kept, ...begin(this.#shell, kept, this.#api, this), Screen };
    this.change({ problem: undefined });
  }

  /** Reads the settings again: somebody may have changed them. */
  async refresh(): Promise<void> {
    const settings = await this.#shell.refresh();
    this.change({ settings: located({ ...this.#shell, settings }) });
  }

  /** The token is worth nothing any more: the visitor is a new one. */
  forget(): void {
    this.memory.forget();
    this.#leave();
    this.change({ view: 'welcome', problem: 'not-a-member' });
  }

  #leave(): void {
    this.#live?.end();
    this.#live = undefined;
    this.token = undefined;
  }

  /** Back to somebody nobody knows; what was not sent yet is gone too. */
  async reset(): Promise<void> {
    await this.#resuming;
    await this.#live?.forget();
    this.memory.forget();
    this.starter = undefined;
    this.#leave();
    this.change(NOBODY);
  }

  /** Another tab began a conversation, and this one joins it; or it forgot who the visitor is. */
  #otherTab({ key }: StorageEvent): void {
    if (key !== this.memory.key) return;
    const kept = this.memory.kept();
    if (kept?.token === this.token) return;
    this.#leave();
    if (kept) void this.#resume(kept);
    else this.change(NOBODY);
  }

  change(change: Partial<VisitState>): void {
    this.set({ ...this.getSnapshot(), ...change });
  }
}
