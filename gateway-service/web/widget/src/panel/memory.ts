import type { Guest } from '@parlor/client';
import { visitKey } from '../settings';

/** What stays in the host page's storage once a conversation began. */
export interface Kept {
  readonly token: string;
  readonly guest: Guest;
  readonly room: string;
  /** What the page calls the visitor, if its server has signed that. */
  readonly sub?: string | undefined;
}

/** Storage may be forbidden or full: the conversation then lasts as long as the page. */
export class Memory {
  readonly key: string;

  constructor(url: string) {
    this.key = visitKey(url);
  }

  keep(kept: Kept): void {
    attempt(() => localStorage.setItem(this.key, JSON.stringify(kept)));
  }

  forget(): void {
    attempt(() => localStorage.removeItem(this.key));
  }

  kept(): Kept | undefined {
    const { token, guest, room, sub } =
      attempt(() => JSON.parse(localStorage.getItem(this.key) ?? '{}') as Kept) ?? {};
    return token && guest?.id && room ? { token, guest, room, sub } : undefined;
  }
}

function attempt<T>(use: () => T): Partial<T> | undefined {
  try {
    return use() as Partial<T>;
  } catch {
    return undefined;
  }
}
