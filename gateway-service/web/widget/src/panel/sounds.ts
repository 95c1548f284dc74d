import { Observable, onlyHere, type ServerFrame, type Session, Tones, whenSent } from '@parlor/client';
import { mutedKey } from '../settings';

/** What is heard of a conversation, unless the visitor has muted it; the snapshot says whether it has. */
export class Sounds extends Observable<boolean> {
  readonly #tones = new Tones();
  readonly #stops: readonly (() => void)[];

  constructor(session: Session, room: string) {
    super(muted());
    addEventListener('storage', this.#otherTab);
    this.#stops = [
      whenSent(session.outbox, () => !this.getSnapshot() && this.#tones.play('sent')),
      session.onFrame((frame) => this.#take(frame, session.owner, room)),
      () => removeEventListener('storage', this.#otherTab),
    ];
  }

  mute(on: boolean): void {
    attempt(() => (on ? localStorage.setItem(mutedKey, '1') : localStorage.removeItem(mutedKey)));
    this.set(on);
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#tones.stop();
  }

  #take(frame: ServerFrame, self: string, room: string): void {
    if (frame.type !== 'message.sent' || frame.room !== room || frame.author.id === self) return;
    if (this.getSnapshot() || !this.#tones.ready) return;
    void onlyHere(`parlor.tone.${room}.${frame.seq}`, () => this.#tones.play('received'));
  }

  readonly #otherTab = ({ key }: StorageEvent): void => {
    if (key === mutedKey) this.set(muted());
  };
}

const muted = (): boolean => attempt(() => localStorage.getItem(mutedKey) !== null) ?? false;

/** Storage may be forbidden: then it lasts as long as the page. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
