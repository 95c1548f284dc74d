import type { Readable } from './observable';
import type { OutgoingMessage } from './types';

export type Tone = 'conversation' | 'sent' | 'received';

/** How loud each may be, of 1. */
export const VOLUMES: Readonly<Record<Tone, number>> = { conversation: 0.2, sent: 0.2, received: 0.5 };

/** Pitch in Hz, beginning and length in seconds. */
export type Note = readonly [pitch: number, from: number, lasts: number];

/** Made at run time: nothing is downloaded, and nobody else's recording is played. */
const MELODIES: Readonly<Record<Tone, readonly Note[]>> = {
  conversation: [
    [523.25, 0, 0.2],
    [659.25, 0.11, 0.2],
    [783.99, 0.22, 0.34],
  ],
  sent: [
    [783.99, 0, 0.08],
    [1174.66, 0.05, 0.12],
  ],
  received: [
    [1046.5, 0, 0.16],
    [783.99, 0.1, 0.26],
  ],
};

const ATTACK = 0.012;
const SILENT = 0.0001;
const GESTURES = ['pointerdown', 'pointerup', 'keydown'] as const;

/**
 * Short tones. Browsers let a page be heard only after somebody has touched it: until then, nothing is played
 * and nothing is kept for later.
 */
export class Tones {
  #context: AudioContext | undefined;

  constructor() {
    for (const gesture of GESTURES) addEventListener(gesture, this.#unlock, { capture: true, passive: true });
    if (navigator.userActivation?.hasBeenActive) this.#unlock();
  }

  /** Whether a tone would be heard now. */
  get ready(): boolean {
    return this.#context?.state === 'running';
  }

  /** Other notes may stand for a tone, at its volume. */
  play(tone: Tone, notes = MELODIES[tone]): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    const volume = context.createGain();
    volume.gain.value = VOLUMES[tone];
    volume.connect(context.destination);
    for (const note of notes) sound(context, volume, note);
  }

  stop(): void {
    for (const gesture of GESTURES) removeEventListener(gesture, this.#unlock, { capture: true });
    void this.#context?.close().catch(() => undefined);
    this.#context = undefined;
  }

  /** Asking before the browser allows it would only be complained about. */
  readonly #unlock = (): void => {
    if (this.ready || !globalThis.AudioContext || navigator.userActivation?.hasBeenActive === false) return;
    this.#context ??= new AudioContext({ latencyHint: 'interactive' });
    this.#context.resume().catch(() => undefined);
  };
}

function sound(context: AudioContext, into: AudioNode, [pitch, from, lasts]: Note): void {
  const start = context.currentTime + from;
  const voice = context.createOscillator();
  const shape = context.createGain();
  voice.frequency.value = pitch;
  shape.gain.setValueAtTime(SILENT, start);
  shape.gain.exponentialRampToValueAtTime(1, start + ATTACK);
  shape.gain.exponentialRampToValueAtTime(SILENT, start + lasts);
  voice.connect(shape).connect(into);
  voice.start(start);
  voice.stop(start + lasts);
}

/** Tells of every message that was stored, in the one tab that sent it. */
export function whenSent(outbox: Readable<readonly OutgoingMessage[]>, tell: () => void): () => void {
  let onTheWay: readonly string[] = [];
  return outbox.subscribe(() => {
    const messages = outbox.getSnapshot();
    const stateOf = (id: string) => messages.find((message) => message.id === id)?.state ?? 'acked';
    // The timeline may have the message, and the outbox let go of it, before its acknowledgement is read.
    const stored = onTheWay.some((id) => stateOf(id) === 'acked');
    onTheWay = messages.filter(({ state }) => state === 'sent').map(({ id }) => id);
    if (stored) tell();
  });
}
