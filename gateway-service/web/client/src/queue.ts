import type { StaffApi } from './api';
import { Observable } from './observable';
import type { QueueNumbers } from './protocol';
import type { Session } from './session';

/** The desk in numbers, live: asked for after every connection, told from then on. */
export class Queue extends Observable<QueueNumbers | undefined> {
  readonly #api: Pick<StaffApi, 'queue'>;
  readonly #stop: () => void;

  constructor(session: Session, api: Pick<StaffApi, 'queue'>) {
    super(undefined);
    this.#api = api;
    this.#stop = session.onFrame((frame) => {
      if (frame.type === 'welcome') void this.#ask();
      if (frame.type === 'queue.changed') this.#take(frame);
    });
  }

  stop(): void {
    this.#stop();
  }

  /** Where nobody answers, the numbers stay as they were until the next news. */
  async #ask(): Promise<void> {
    const numbers = await this.#api.queue().catch(() => undefined);
    if (numbers) this.#take(numbers);
  }

  /** Answer and news come by different ways: the newer one counts. */
  #take({ at, waiting, active, closedToday, averageWaitMs }: QueueNumbers): void {
    const known = this.getSnapshot();
    if (known && known.at > at) return;
    const average = averageWaitMs === undefined ? {} : { averageWaitMs };
    this.set({ at, waiting, active, closedToday, ...average });
  }
}
