import { useLayoutEffect, useRef } from 'react';

/** Something that can be done where one is now. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly run: () => unknown;
};

type Offer = () => readonly Command[];

/** What is on the screen and has something to offer. */
const offers = new Set<Offer>();

/** Offers what can be done here to the command palette, as long as this is on the screen. */
export function useCommands(offer: Offer): void {
  const current = useRef(offer);
  useLayoutEffect(() => {
    current.current = offer;
  });
  useLayoutEffect(() => {
    const ask: Offer = () => current.current();
    offers.add(ask);
    return () => void offers.delete(ask);
  }, []);
}

/** All that is offered at this moment. */
export const offered = (): Command[] => [...offers].flatMap((offer) => offer());
