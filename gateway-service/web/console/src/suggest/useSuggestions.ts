import { useEffect, useId, useState, type KeyboardEvent } from 'react';

/** A sign at the beginning or after a blank, and what was typed behind it so far. */
export type Typed = { readonly at: number; readonly words: string };

/** What a menu above a field shows. */
export type Suggestions<T> = {
  readonly id: string;
  readonly phase: 'closed' | 'loading' | 'failed' | 'none' | 'open';
  readonly options: readonly T[];
  readonly active: number;
  readonly point: (index: number) => void;
  readonly choose: (option: T) => void;
};

type SuggestionsOptions<T> = {
  /** What is being typed behind the sign; none while it is not. */
  typed: Typed | undefined;
  /** Where the caret stands; none while something is selected or the field has no focus. */
  caret: number | undefined;
  /** All there is to choose from, and how well that is known. */
  known: { readonly phase: 'loading' | 'ready' | 'failed'; readonly items: readonly T[] };
  /** Asks for it. */
  load: () => void;
  matching: (items: readonly T[], words: string) => readonly T[];
  onChoose: (option: T, typed: Typed) => void;
};

/** What fits behind a sign: found while typing, chosen with the arrows and Enter or Tab. */
export function useSuggestions<T>({ typed, caret, known, load, matching, onChoose }: SuggestionsOptions<T>) {
  const id = useId();
  /** The sign that was waved away with Escape. */
  const [dismissed, setDismissed] = useState<number>();
  const [pointed, setPointed] = useState({ words: '', index: 0 });

  const typing = typed !== undefined && typed.at !== dismissed;
  if (typed === undefined && caret !== undefined && dismissed !== undefined) setDismissed(undefined);
  useEffect(() => {
    if (typing) load();
  }, [typing, load]);

  const options = typing ? matching(known.items, typed.words) : [];
  const phase = typing ? phaseOf(known.phase, known.items.length, options.length, typed.words) : 'closed';
  const active = typed && pointed.words === typed.words ? Math.min(pointed.index, options.length - 1) : 0;

  const point = (index: number) => typed && setPointed({ words: typed.words, index });
  const choose = (option: T) => typed && onChoose(option, typed);
  const move = (by: number) => point((active + by + options.length) % options.length);

  /** Whether the key was the menu's. Nothing half-typed is sent while what fits is still on its way. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const action = phase === 'closed' ? undefined : actionOf(event);
    if (action === 'dismiss') setDismissed(typed?.at);
    else if (action === undefined || (phase !== 'open' && (action !== 'choose' || phase !== 'loading')))
      return false;
    else if (phase === 'open' && action === 'choose') {
      const chosen = options[active];
      if (chosen !== undefined) choose(chosen);
    } else if (phase === 'open') move(action === 'next' ? 1 : -1);
    event.preventDefault();
    return true;
  };

  const menu: Suggestions<T> = { id, phase, options, active, point, choose };
  return { menu, onKeyDown };
}

/** Where nothing fits, a sign is only a sign. */
function phaseOf(known: 'loading' | 'ready' | 'failed', all: number, found: number, words: string) {
  if (found > 0) return 'open';
  if (known !== 'ready') return known;
  return all === 0 && words === '' ? 'none' : 'closed';
}

function actionOf({ key, shiftKey }: KeyboardEvent): 'next' | 'previous' | 'choose' | 'dismiss' | undefined {
  if (key === 'ArrowDown') return 'next';
  if (key === 'ArrowUp') return 'previous';
  if ((key === 'Enter' || key === 'Tab') && !shiftKey) return 'choose';
  return key === 'Escape' ? 'dismiss' : undefined;
}
