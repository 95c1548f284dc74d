import type { RoomApi } from './api';
import { Observable } from './observable';
import type { ServerFrame } from './protocol';
import type { Session } from './session';
import { amend, append, emptyTimeline, prepend, type Timeline } from './timeline';
import type { TimelineItem } from './types';

const PAGE = 50;

export interface PassageSnapshot {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly items: readonly TimelineItem[];
  /** Whether there is more, in either direction. */
  readonly older: 'more' | 'loading' | 'none' | 'failed';
  readonly newer: 'more' | 'loading' | 'none' | 'failed';
}

const WAITING: PassageSnapshot = { phase: 'loading', items: [], older: 'none', newer: 'none' };

/**
 * A part of a room's past, far from its end, read from the middle in both directions. What is changed in it meanwhile
 * changes; what is written at the end of the room is not part of it.
 */
export class Passage extends Observable<PassageSnapshot> {
  #timeline: Timeline = emptyTimeline;
  #end = 0;
  readonly #stop: () => void;

  constructor(
    session: Pick<Session, 'onFrame'>,
    private readonly api: Pick<RoomApi, 'timeline'>,
    private readonly room: string,
    private readonly middle: number,
  ) {
    super(WAITING);
    this.#stop = session.onFrame((frame) => this.#take(frame));
  }

  stop(): void {
    this.#stop();
  }

  async load(): Promise<void> {
    this.set(WAITING);
    try {
      const before = this.middle + PAGE / 2;
      const page = await this.api.timeline(this.room, { before, limit: PAGE });
      const first = page.entries[0]?.seq ?? before;
      const start: Timeline = { ...emptyTimeline, epoch: page.epoch, first, head: first - 1 };
      this.#timeline = page.entries.reduce(append, start);
      this.#end = page.head;
      this.#show({ phase: 'ready' });
    } catch {
      this.set({ ...WAITING, phase: 'failed' });
    }
  }

  async loadOlder(): Promise<void> {
    const { older, phase } = this.getSnapshot();
    if (phase !== 'ready' || older === 'none' || older === 'loading') return;
    this.#show({ older: 'loading' });
    try {
      const { epoch, entries } = await this.api.timeline(this.room, {
        before: this.#timeline.first,
        limit: PAGE,
      });
      this.#timeline = prepend(this.#timeline, epoch, entries);
      this.#show();
    } catch {
      this.#show({ older: 'failed' });
    }
  }

  async loadNewer(): Promise<void> {
    const { newer, phase } = this.getSnapshot();
    if (phase !== 'ready' || newer === 'none' || newer === 'loading') return;
    this.#show({ newer: 'loading' });
    try {
      const { entries, head } = await this.api.timeline(this.room, {
        after: this.#timeline.head,
        limit: PAGE,
      });
      this.#timeline = entries.reduce(append, this.#timeline);
      this.#end = head;
      this.#show();
    } catch {
      this.#show({ newer: 'failed' });
    }
  }

  #take(frame: ServerFrame): void {
    const changes =
      frame.type === 'message.edited' ||
      frame.type === 'message.deleted' ||
      frame.type === 'reaction.changed';
    if (!changes || frame.room !== this.room || this.getSnapshot().phase !== 'ready') return;
    if (frame.target < this.#timeline.first) return;
    this.#timeline = amend(this.#timeline, frame);
    this.#show();
  }

  #show(change: Partial<PassageSnapshot> = {}): void {
    const { first, head, items } = this.#timeline;
    this.set({
      phase: 'ready',
      items,
      older: first > 1 ? 'more' : 'none',
      newer: head < this.#end ? 'more' : 'none',
      ...change,
    });
  }
}
