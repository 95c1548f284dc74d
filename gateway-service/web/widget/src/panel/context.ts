import type { Readable } from '@parlor/client';
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
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
  const drawn = store.getSnapshot();
  useLayoutEffect(() => {
    const changed = () => draw({});
    // Between the drawing and this moment it may have changed already, which nobody would ever hear of.
    if (store.getSnapshot() !== drawn) changed();
    return store.subscribe(changed);
  }, [store]);
  return drawn;
}
