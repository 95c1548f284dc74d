import { Observable, type Session, type StaffApi, type Visitor } from '@parlor/client';

export type Found = { readonly visitor?: Visitor; readonly failed: boolean };

type Api = Pick<StaffApi, 'visitor'>;

/** Who visits rooms: asked for once for everybody who shows it, and again as soon as something is new. */
export class Visitors {
  readonly #watched = new Map<string, Watched>();
  readonly #stop: () => void;

  constructor(
    session: Pick<Session, 'onFrame'>,
    private readonly api: Api,
  ) {
    this.#stop = session.onFrame((frame) => {
      if (frame.type === 'visitor.changed') this.#watched.get(frame.room)?.reload();
      // Whoever was away may have missed something.
      if (frame.type === 'welcome') for (const one of this.#watched.values()) one.reload();
    });
  }

  of(room: string): Watched {
    const known = this.#watched.get(room);
    if (known) return known;
    const begun = new Watched(
      () => this.api.visitor(room),
      () => this.#watched.delete(room),
    );
    this.#watched.set(room, begun);
    return begun;
  }

  stop(): void {
    this.#stop();
    this.#watched.clear();
  }
}

/** The visitor of one room, for as long as somebody looks. */
class Watched extends Observable<Found> {
  #watchers = 0;
  #asking = false;
  #wanted = false;

  constructor(
    private readonly ask: () => Promise<Visitor>,
    private readonly end: () => void,
  ) {
    super({ failed: false });
  }

  readonly watch = (listener: () => void): (() => void) => {
    const stop = this.subscribe(listener);
    if (this.#watchers++ === 0) this.reload();
    return () => {
      stop();
      if (--this.#watchers === 0) this.end();
    };
  };

  /** Asks again; what comes to be known meanwhile is asked for after that. */
  readonly reload = (): void => {
    if (this.#watchers === 0) return;
    this.#wanted = true;
    if (!this.#asking) void this.#load();
  };

  async #load(): Promise<void> {
    this.#asking = true;
    while (this.#wanted) {
      this.#wanted = false;
      await this.ask().then(
        (visitor) => this.set({ visitor, failed: false }),
        () => this.set({ ...this.getSnapshot(), failed: true }),
      );
    }
    this.#asking = false;
  }
}
