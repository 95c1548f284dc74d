import type { Connection } from '@parlor/client';

const AWAY_MS = 5 * 60_000;

/**
 * Connects while the page is looked at or a conversation is open on it. A visitor with many tabs has few sockets:
 * a tab in the background begins none, and gives its own back after a while.
 */
export function connectWhileWanted(connection: Connection, open: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') connect(connection);
    else timer = setTimeout(() => open() || connection.stop(), AWAY_MS);
  };
  document.addEventListener('visibilitychange', update);
  update();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', update);
  };
}

function connect(connection: Connection): void {
  if (connection.getSnapshot().state === 'idle') connection.start();
}
