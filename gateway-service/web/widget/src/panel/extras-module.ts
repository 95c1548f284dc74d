import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../settings';

/** What a welcome screen may have, and most do not: it comes where it is set. */
export interface ExtrasModule {
  readonly Ribbon: ComponentType;
  /** Brings the styles of the effects too. */
  readonly Ways: ComponentType;
}

const wanted = ({ style, contact = {} }: Settings): boolean =>
  (style?.effect ?? 'none') !== 'none' || Object.values(contact).some((set) => set && set.length !== 0);

export function useExtras(settings: Settings): ExtrasModule | undefined {
  const [extras, show] = useState<ExtrasModule>();
  const load = wanted(settings);
  useEffect(() => {
    if (load) import('./extras').then(show, () => undefined);
  }, [load]);
  return load ? extras : undefined;
}
