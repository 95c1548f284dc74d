import type { Room } from '@parlor/client';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What comes when a conversation has ended, and not before. */
export interface RatingModule {
  readonly Rating: ComponentType<{ readonly room: Room }>;
}

/** Where it cannot be loaded nobody is asked. */
export function useRatingModule(): RatingModule | undefined {
  const [module, setModule] = useState<RatingModule>();
  useEffect(() => void import('./rating').then(setModule, () => undefined), []);
  return module;
}
