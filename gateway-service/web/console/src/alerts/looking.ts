/** Knows whether somebody looks at the console, in this window or another one of the same person. */
export class Looking {
  readonly #name: string;
  readonly #back: () => void;
  #release: (() => void) | undefined;

  /** `back` is told when somebody looks at this window again. */
  constructor(owner: string, back: () => void) {
    this.#name = `parlor.looking.${owner}`;
    this.#back = back;
    window.addEventListener('focus', this.#look);
    window.addEventListener('blur', this.#away);
    if (document.hasFocus()) this.#look();
  }

  async somewhere(): Promise<boolean> {
    if (document.hasFocus()) return true;
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    return held.some(({ name }) => name === this.#name);
  }

  stop(): void {
    window.removeEventListener('focus', this.#look);
    window.removeEventListener('blur', this.#away);
    this.#away();
  }

  /** All windows see the locks that one holds. */
  readonly #look = (): void => {
    this.#back();
    if (this.#release) return;
    const until = new Promise<void>((resolve) => (this.#release = resolve));
    void navigator.locks?.request(this.#name, { mode: 'shared' }, () => until);
  };

  readonly #away = (): void => {
    this.#release?.();
    this.#release = undefined;
  };
}
