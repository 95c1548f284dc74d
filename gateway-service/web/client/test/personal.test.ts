import { beforeEach, describe, expect, it } from 'vitest';
import {
  Personal,
  type PersonalSettings,
  Problem,
  type ServerFrame,
  type Session,
  standardPersonal,
} from '../src';

/** A gateway with one person's settings, which answers when it is told to. */
class Gateway {
  stored: PersonalSettings = standardPersonal;
  refusal: Problem | undefined;
  readonly #listeners: ((frame: ServerFrame) => void)[] = [];

  readonly session = {
    onFrame: (listener: (frame: ServerFrame) => void) => {
      this.#listeners.push(listener);
      return () => undefined;
    },
  } as unknown as Session;

  readonly api = {
    personalSettings: () => (this.refusal ? Promise.reject(this.refusal) : Promise.resolve(this.stored)),
    savePersonalSettings: (wanted: PersonalSettings) => {
      if (this.refusal) return Promise.reject(this.refusal);
      if (wanted.version !== this.stored.version) return Promise.reject(changed(this.stored));
      this.stored = { ...wanted, version: wanted.version + 1 };
      return Promise.resolve(this.stored);
    },
  };

  tells(settings: PersonalSettings): void {
    for (const listener of this.#listeners) listener({ type: 'personal.changed', settings });
  }

  /** Another tab was faster, and its news is still on the way. */
  changes(change: Partial<PersonalSettings>): void {
    this.stored = { ...this.stored, ...change, version: this.stored.version + 1 };
  }
}

const changed = (current: PersonalSettings) =>
  new Problem('settings-changed', 'elsewhere', { status: 409, body: { current } });

describe('personal settings', () => {
  let gateway: Gateway;
  let personal: Personal;
  const shown = () => personal.getSnapshot().settings;

  beforeEach(async () => {
    gateway = new Gateway();
    personal = new Personal(gateway.session, gateway.api);
    await personal.load();
  });

  it('show a change at once and keep it', async () => {
    const kept = personal.change({ theme: 'dark' });

    expect(shown().theme).toBe('dark');
    await kept;
    expect(gateway.stored).toMatchObject({ version: 1, theme: 'dark', sounds: true });
    expect(shown()).toEqual(gateway.stored);
  });

  it('keep quick changes in their order', async () => {
    await Promise.all([
      personal.change({ theme: 'dark' }),
      personal.change({ sounds: false }),
      personal.change({ theme: 'light' }),
    ]);

    expect(gateway.stored).toMatchObject({ version: 3, theme: 'light', sounds: false });
  });

  it('make a change again on top of what another tab was faster with', async () => {
    gateway.changes({ sounds: false });

    await personal.change({ theme: 'dark' });

    expect(gateway.stored).toMatchObject({ version: 2, theme: 'dark', sounds: false });
  });

  it('go back to what counts when a change is refused', async () => {
    gateway.refusal = new Problem('unreachable', 'gone');

    await expect(personal.change({ theme: 'dark' })).rejects.toMatchObject({ code: 'unreachable' });

    expect(shown().theme).toBe('system');
  });

  it('take news of other tabs, and nothing older', () => {
    gateway.tells({ ...standardPersonal, version: 5, theme: 'dark' });
    gateway.tells({ ...standardPersonal, version: 4, theme: 'light' });

    expect(shown()).toMatchObject({ version: 5, theme: 'dark' });
  });

  it('say when they could not be read, and come back', async () => {
    gateway.refusal = new Problem('unreachable', 'gone');
    const late = new Personal(gateway.session, gateway.api);
    await late.load();
    expect(late.getSnapshot().phase).toBe('failed');

    gateway.refusal = undefined;
    await late.load();
    expect(late.getSnapshot().phase).toBe('ready');
  });
});
