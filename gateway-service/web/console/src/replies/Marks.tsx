import { useLayoutEffect, useRef, type RefObject } from 'react';
import { parts } from './placeholders';
import styles from './Marks.module.css';

type MarksProps = { text: string; input: RefObject<HTMLTextAreaElement | null>; className: string };

/** Lies under a field and marks what is still to be filled in. Its own letters cannot be seen. */
export function Marks({ text, input, className }: MarksProps) {
  const marks = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const field = input.current;
    const follow = () => marks.current && field && (marks.current.scrollTop = field.scrollTop);
    follow();
    field?.addEventListener('scroll', follow);
    return () => field?.removeEventListener('scroll', follow);
  }, [input, text]);
  return (
    <div ref={marks} className={`${className} ${styles.marks}`} dir="auto" aria-hidden="true">
      {parts(text).map((part, index) =>
        part.name === undefined ? part.text : <mark key={index}>{part.text}</mark>,
      )}
      {'\n'}
    </div>
  );
}
