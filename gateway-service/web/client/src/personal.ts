import type { StaffApi } from './api';
import { Observable } from './observable';
import { Problem } from './problem';
import type { PersonalSettings } from './protocol';
import type { Session } from './session';

/** How often a change is made again when another tab was faster. */
const MAX_TRIES = 3;

export type PersonalChange = Partial<Omit<PersonalSettings, 'version'>>;

export interface PersonalSnapshot {
  /** `loading` and `failed`: the settings shown are the standard ones. */
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly settings: PersonalSettings;
}

/** What counts until somebody sets something. */
export const standardPersonal: PersonalSettings = {
  version: 0,
  sounds: true,
  notifications: 'none',
  preview: true,
  theme: 'system',
};

/** What a person has set for itself, live: a change shows at once, and in every other tab and device. */
export class Personal extends Observable<PersonalSnapshot> {
  readonly #api: Pick<StaffApi, 'personalSettings' | 'savePersonalSettings'>;
  readonly #stop: () => void;
  /** The newest the server told. */
  #told = standardPersonal;
  /** Changes on their way, the oldest first. */
  #changes: readonly PersonalChange[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(session: Session, api: Pick<StaffApi, 'personalSettings' | 'savePersonalSettings'>) {
    super({ phase: 'loading', settings: standardPersonal });
    this.#api = api;
    this.#stop = session.onFrame((frame) => {
      if (frame.type === 'welcome') void this.load();
      if (frame.type === 'personal.changed') this.#take(frame.settings);
    });
  }

  stop(): void {
    this.#stop();
  }

  /** Happens by itself after every (re)connection. */
  async load(): Promise<void> {
    try {
      this.#take(await this.#api.personalSettings());
    } catch {
      if (this.getSnapshot().phase !== 'ready') this.set({ ...this.getSnapshot(), phase: 'failed' });
    }
  }

  /** Shows the change at once and keeps it; fails with a [Problem], and then shows what counts. */
  change(change: PersonalChange): Promise<void> {
    this.#changes = [...this.#changes, change];
    this.#show();
    const kept = this.#turn.then(() => this.#keep(change));
    this.#turn = kept.catch(() => undefined);
    return kept;
  }

  async #keep(change: PersonalChange): Promise<void> {
    try {
      this.#told = newer(this.#told, await this.#save(change, MAX_TRIES));
    } finally {
      this.#changes = this.#changes.filter((other) => other !== change);
      this.#show();
    }
  }

  async #save(change: PersonalChange, tries: number): Promise<PersonalSettings> {
    try {
      return await this.#api.savePersonalSettings({ ...this.#told, ...change });
    } catch (problem) {
      const current = problem instanceof Problem ? (problem.body['current'] as PersonalSettings) : undefined;
      if (!current || tries <= 1) throw problem;
      this.#told = newer(this.#told, current);
      return this.#save(change, tries - 1);
    }
  }

  #take(settings: PersonalSettings): void {
    this.#told = newer(this.#told, settings);
    this.#show();
  }

  #show(): void {
    const settings = this.#changes.reduce<PersonalSettings>(
      (shown, change) => ({ ...shown, ...change }),
      this.#told,
    );
    this.set({ phase: 'ready', settings });
  }
}

/** The answer to a change and the news of it come by different ways: neither takes the other back. */
const newer = (known: PersonalSettings, told: PersonalSettings): PersonalSettings =>
  told.version > known.version ? told : known;
