const CHANNEL = 'parlor.taken';

type Told = { readonly room: string; readonly taken: boolean };

/** Conversations that somebody takes in one of the tabs of this browser: having them then is no news. */
export class Taken {
  readonly #rooms = new Set<string>();
  readonly #others = new BroadcastChannel(CHANNEL);

  constructor() {
    this.#others.onmessage = ({ data }: MessageEvent<Told>) => this.#set(data);
  }

  add(room: string): void {
    this.#tell({ room, taken: true });
  }

  /** It was not to be had. */
  drop(room: string): void {
    this.#tell({ room, taken: false });
  }

  /** Whether it was taken here; that is answered once. */
  had(room: string): boolean {
    return this.#rooms.delete(room);
  }

  stop(): void {
    this.#others.close();
  }

  #tell(told: Told): void {
    this.#set(told);
    this.#others.postMessage(told);
  }

  #set({ room, taken }: Told): void {
    if (taken) this.#rooms.add(room);
    else this.#rooms.delete(room);
  }
}
