/** Longer than news takes to reach all tabs of a browser. */
const HELD_MS = 5_000;
/** How long tabs without locks wait for each other. */
const ROUND_MS = 80;
const TAKEN = -1;

/** What tells that a tab is the only one; the browser's locks, unless a test has its own. */
export type Locks = Pick<LockManager, 'request'>;

type Claim = { readonly name: string; readonly dice: number };

/**
 * Does `work` in one tab only: the first that claims `name`. Every tab hears the news, so every tab that could act
 * on it claims; one that cannot leaves it to the others.
 */
export async function onlyHere(
  name: string,
  work: () => void,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<void> {
  if (!locks) return globalThis.BroadcastChannel ? thrown(name, work) : work();
  await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    work();
    await pause(HELD_MS);
  });
}

/** Pages without TLS have no locks: there, the tabs throw dice, and whoever comes later hears that it is taken. */
async function thrown(name: string, work: () => void): Promise<void> {
  const channel = new BroadcastChannel('parlor.claims');
  let dice = Math.random();
  let lost = false;
  channel.onmessage = ({ data }: MessageEvent<Claim>) => {
    if (data.name !== name || lost) return;
    lost = data.dice < dice;
    if (!lost) channel.postMessage({ name, dice } satisfies Claim);
  };
  channel.postMessage({ name, dice } satisfies Claim);
  await pause(ROUND_MS);
  if (!lost) {
    dice = TAKEN;
    work();
    await pause(HELD_MS);
  }
  channel.close();
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
