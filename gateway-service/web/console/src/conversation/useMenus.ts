import type { QuickReply } from '@parlor/client';
import type { KeyboardEvent } from 'react';
import { useDesk, useReadable } from '../desk/context';
import { useAt } from '../mentions/useAt';
import { blanks as blanksOf, filled, type Values } from '../replies/placeholders';
import { useSlash } from '../replies/useSlash';
import type { Typed } from '../suggest/useSuggestions';
import { useVisitor } from '../visitor/useVisitor';
import type { ComposerProps } from './Composer';

/** A text to be put in the field, and what shall then be selected. */
type Put = { readonly text: string; readonly from: number; readonly to: number };

/** The menus behind a slash and behind an at sign; the caret stands behind one of them at most. */
export function useMenus(
  props: ComposerProps,
  text: string,
  caret: number | undefined,
  put: (next: Put) => void,
) {
  const values = useValues(props);
  const end = caret ?? text.length;
  const slash = useSlash({
    text,
    caret,
    onChoose: (reply, typed) => put(withReply(text, end, reply, typed, values)),
  });
  const at = useAt({
    ...props,
    text,
    caret,
    onChoose: ({ name }, typed) => put(withName(text, end, name, typed)),
  });
  return {
    slash: slash.menu,
    at: at.menu,
    mentioned: at.mentioned,
    onKeyDown: (event: KeyboardEvent) => slash.onKeyDown(event) || at.onKeyDown(event),
  };
}

export type Menus = ReturnType<typeof useMenus>;

/** What the placeholders stand for in this conversation. */
function useValues({ room, account }: ComposerProps): Values {
  const { brand } = useReadable(useDesk().replies);
  const { visitor } = useVisitor(room);
  return {
    'agent.name': account.name,
    ...(room.guest ? { 'guest.name': room.guest.name } : {}),
    ...(visitor?.email ? { 'guest.email': visitor.email } : {}),
    ...(brand ? { brand } : {}),
  };
}

/** The text with the reply in place of what was typed, and what shall be selected: the first blank, or the end. */
function withReply(text: string, caret: number, reply: QuickReply, slash: Typed, values: Values): Put {
  const words = filled(reply.body, values);
  const blank = blanksOf(words)[0];
  const end = slash.at + words.length;
  return {
    text: text.slice(0, slash.at) + words + text.slice(caret),
    from: blank ? slash.at + blank.from : end,
    to: blank ? slash.at + blank.to : end,
  };
}

/** The text with the whole name, and one blank behind it. */
function withName(text: string, caret: number, name: string, { at }: Typed): Put {
  const rest = text.slice(caret);
  const end = at + name.length + 2;
  return {
    text: `${text.slice(0, at)}@${name}${/^\s/.test(rest) ? '' : ' '}${rest}`,
    from: end,
    to: end,
  };
}
