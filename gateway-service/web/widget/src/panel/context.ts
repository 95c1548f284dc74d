import type { Readable } from '@parlor/client';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Language } from './i18n';
import type { Visit } from './visit';

export interface Surroundings extends Language {
  readonly visit: Visit;
  readonly close: () => void;
}

export const Context = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error('Outside of the panel');
  return surroundings;
}

/** The store's snapshot, drawn again when it changes. */
export function useStore<T>(store: Readable<T>): T {
  const [, draw] = useState({});
  useEffect(() => store.subscribe(() => draw({})), [store]);
  return store.getSnapshot();
}
