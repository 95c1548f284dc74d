import { MentioningText } from '../mentions/MentioningText';
import { pieces } from './links';
import styles from './Message.module.css';

type TextProps = { children: string; mentions?: readonly string[] | undefined };

/** What somebody wrote, as typed: lines stay lines, addresses become links, the script decides the direction. */
export function Text({ children, mentions }: TextProps) {
  return (
    <p className={styles.text} dir="auto">
      {pieces(children).map(({ text, href }, index) => {
        if (href !== undefined) {
          return (
            <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
              {text}
            </a>
          );
        }
        return mentions?.length ? (
          <MentioningText key={index} mentions={mentions}>
            {text}
          </MentioningText>
        ) : (
          text
        );
      })}
    </p>
  );
}
