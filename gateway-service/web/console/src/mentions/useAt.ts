import type { Account } from '@parlor/client';
import { useCallback } from 'react';
import type { ComposerProps } from '../conversation/Composer';
import { useDesk, useReadable } from '../desk/context';
import { useSuggestions, type Typed } from '../suggest/useSuggestions';
import { atSign, matching, mentionable, mentionedIn } from './names';

type AtOptions = Pick<ComposerProps, 'room' | 'account' | 'kind' | 'intent'> & {
  text: string;
  /** Where the caret stands; none while something is selected or the field has no focus. */
  caret: number | undefined;
  onChoose: (colleague: Account, at: Typed) => void;
};

/** The colleagues behind an at sign, and whom the text mentions. An edit tells nobody anew: there, nobody is offered. */
export function useAt({ room, account, kind, intent, text, caret, onChoose }: AtOptions) {
  const { colleagues } = useDesk();
  const { phase, items } = useReadable(colleagues);
  const load = useCallback(() => void colleagues.load(), [colleagues]);
  const note = kind === 'note';
  const offered = intent.kind !== 'edit' && (note || room.kind !== 'guest');
  const people = mentionable(items, room, note, account.id);
  const typed = caret === undefined || !offered ? undefined : atSign(text, caret);
  const choose = (colleague: Account, at: Typed) => {
    colleagues.choose(colleague);
    onChoose(colleague, at);
  };
  const { menu, onKeyDown } = useSuggestions<Account>({
    typed,
    caret,
    known: { phase, items: people },
    load,
    matching,
    onChoose: choose,
  });
  const mentioned = () => (offered ? mentionedIn(text, people, (each) => colleagues.means(each)) : []);
  return { menu, onKeyDown, mentioned };
}
