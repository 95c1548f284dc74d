import type { QuickReply } from '@parlor/client';
import { useCallback } from 'react';
import { useDesk } from '../desk/context';
import { useSuggestions, type Typed } from '../suggest/useSuggestions';
import { matching, slashAt } from './search';
import { useReplies } from './useReplies';

type SlashOptions = {
  text: string;
  /** Where the caret stands; none while something is selected or the field has no focus. */
  caret: number | undefined;
  onChoose: (reply: QuickReply, slash: Typed) => void;
};

/** The quick replies behind a slash. */
export function useSlash({ text, caret, onChoose }: SlashOptions) {
  const { replies } = useDesk();
  const known = useReplies();
  const load = useCallback(() => void replies.load(), [replies]);
  const typed = caret === undefined ? undefined : slashAt(text, caret);
  return useSuggestions<QuickReply>({ typed, caret, known, load, matching, onChoose });
}
