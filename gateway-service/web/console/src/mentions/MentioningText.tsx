import { useEffect } from 'react';
import { useDesk, useReadable } from '../desk/context';
import { parts } from './names';
import styles from './MentioningText.module.css';

type MentioningTextProps = {
  children: string;
  /** The accounts the message mentions. */
  mentions: readonly string[];
};

/** A text in which those it mentions stand out, oneself most. Who has another name by now is only a name in it. */
export function MentioningText({ children, mentions }: MentioningTextProps) {
  const { account, colleagues } = useDesk();
  const { items } = useReadable(colleagues);
  useEffect(() => colleagues.need(), [colleagues]);
  const people = items.filter(({ id }) => mentions.includes(id));
  const me = people.find(({ id }) => id === account.id)?.name;
  return parts(children, people).map(({ text, named }, index) =>
    named === undefined ? (
      text
    ) : (
      <bdi key={index} className={styles.mention} data-me={named === me || undefined}>
        {text}
      </bdi>
    ),
  );
}
