import { pieces } from './links';
import styles from './Message.module.css';

/** What somebody wrote, as typed: lines stay lines, addresses become links, the script decides the direction. */
export function Text({ children }: { children: string }) {
  return (
    <p className={styles.text} dir="auto">
      {pieces(children).map(({ text, href }, index) =>
        href ? (
          <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  );
}
