import type { OutgoingMessage } from './types';

/** A message as it is kept: whose it is, and its place in the order. */
export interface KeptMessage extends OutgoingMessage {
  readonly owner: string;
  readonly order: number;
}

/** Where messages wait. Every method may fail; the outbox then goes on in memory. */
export interface OutboxStorage {
  load(owner: string): Promise<readonly KeptMessage[]>;
  put(message: KeptMessage): Promise<void>;
  remove(message: KeptMessage): Promise<void>;
}

const STORE = 'outbox';

/** IndexedDB where there is one that works, else this page's memory. */
export function outboxStorage(): OutboxStorage {
  const database = openDatabase();
  const memory = memoryStorage();

  async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await database).transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }

  const or = <T>(answer: Promise<T>, instead: () => Promise<T>) => answer.catch(instead);
  const range = (owner: string) => IDBKeyRange.bound([owner], [owner, []]);
  return {
    load: (owner) =>
      or(
        run('readonly', (store) => store.getAll(range(owner)) as IDBRequest<KeptMessage[]>),
        () => memory.load(owner) as Promise<KeptMessage[]>,
      ),
    put: (message) =>
      or(
        run('readwrite', (store) => store.put(message)).then(() => undefined),
        () => memory.put(message),
      ),
    remove: (message) =>
      or(
        run('readwrite', (store) => store.delete([message.owner, message.room, message.id])),
        () => memory.remove(message),
      ),
  };
}

export function memoryStorage(): OutboxStorage {
  const kept = new Map<string, KeptMessage>();
  const key = ({ owner, room, id }: KeptMessage) => `${owner} ${room} ${id}`;
  return {
    load: (owner) => Promise.resolve([...kept.values()].filter((message) => message.owner === owner)),
    put: (message) => Promise.resolve(void kept.set(key(message), message)),
    remove: (message) => Promise.resolve(void kept.delete(key(message))),
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('parlor', 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore(STORE, { keyPath: ['owner', 'room', 'id'] });
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}
