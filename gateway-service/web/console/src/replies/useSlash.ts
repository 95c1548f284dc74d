import type { QuickReply } from '@parlor/client';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useReplies } from './useReplies';
import { useDesk } from '../desk/context';
import { matching, slashAt, type Slash } from './search';

/** What the menu behind the slash shows. */
export type SlashMenuState = {
  readonly id: string;
  readonly phase: 'closed' | 'loading' | 'failed' | 'none' | 'open';
  readonly options: readonly QuickReply[];
  readonly active: number;
  readonly point: (index: number) => void;
  readonly choose: (reply: QuickReply) => void;
};

type SlashOptions = {
  text: string;
  /** Where the caret stands; none while something is selected or the field has no focus. */
  caret: number | undefined;
  onChoose: (reply: QuickReply, slash: Slash) => void;
};

/** The quick replies behind a slash: found while typing, chosen with the arrows and Enter or Tab. */
export function useSlash({ text, caret, onChoose }: SlashOptions) {
  const id = useId();
  const { replies } = useDesk();
  const { phase: known, items } = useReplies();
  /** The slash that was waved away with Escape. */
  const [dismissed, setDismissed] = useState<number>();
  const [pointed, setPointed] = useState({ words: '', index: 0 });

  const slash = caret === undefined ? undefined : slashAt(text, caret);
  const typing = slash !== undefined && slash.at !== dismissed;
  if (slash === undefined && caret !== undefined && dismissed !== undefined) setDismissed(undefined);
  useEffect(() => {
    if (typing) void replies.load();
  }, [typing, replies]);

  const options = typing ? matching(items, slash.words) : [];
  const phase = typing ? phaseOf(known, items.length, options.length, slash.words) : 'closed';
  const active = slash && pointed.words === slash.words ? Math.min(pointed.index, options.length - 1) : 0;

  const point = (index: number) => slash && setPointed({ words: slash.words, index });
  const choose = (reply: QuickReply) => slash && onChoose(reply, slash);
  const move = (by: number) => point((active + by + options.length) % options.length);

  /** Whether the key was the menu's. Nothing half-typed is sent while the replies are still on their way. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const action = phase === 'closed' ? undefined : actionOf(event);
    if (action === 'dismiss') setDismissed(slash?.at);
    else if (action === undefined || (phase !== 'open' && (action !== 'choose' || phase !== 'loading')))
      return false;
    else if (phase === 'open' && action === 'choose') {
      const chosen = options[active];
      if (chosen) choose(chosen);
    } else if (phase === 'open') move(action === 'next' ? 1 : -1);
    event.preventDefault();
    return true;
  };

  const menu: SlashMenuState = { id, phase, options, active, point, choose };
  return { menu, onKeyDown };
}

/** Where nothing fits, a slash is only a slash. */
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
