import { Problem } from './problem';
import type { ErrorFrame, ServerFrame } from './protocol';

interface Waiting {
  readonly resolve: (frame: ServerFrame) => void;
  readonly reject: (problem: Problem) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

export const problemOfFrame = (frame: ErrorFrame): Problem =>
  new Problem(frame.code, frame.message, { retryAfterMs: frame.retryAfterMs });

/** The questions asked on one socket that still wait for the frame with their `ref`. */
export class Requests {
  readonly #waiting = new Map<string, Waiting>();
  #last = 0;

  /** `ask` gets the ref and puts the question on the wire. */
  ask(timeoutMs: number, ask: (ref: string) => void): Promise<ServerFrame> {
    const ref = (++this.#last).toString(36);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(ref);
        reject(new Problem('unknown-outcome', 'No answer in time'));
      }, timeoutMs);
      this.#waiting.set(ref, { resolve, reject, timer });
      ask(ref);
    });
  }

  settle(frame: ServerFrame): void {
    const ref = 'ref' in frame ? frame.ref : undefined;
    const waiting = ref === undefined ? undefined : this.#waiting.get(ref);
    if (ref === undefined || !waiting) return;
    this.#waiting.delete(ref);
    clearTimeout(waiting.timer);
    if (frame.type === 'error') waiting.reject(problemOfFrame(frame));
    else waiting.resolve(frame);
  }

  /** The socket is gone: nobody knows what became of them. */
  abandon(): void {
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new Problem('disconnected', 'The connection was lost'));
    }
    this.#waiting.clear();
  }
}
