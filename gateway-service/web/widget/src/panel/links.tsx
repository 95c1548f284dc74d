import type { ComponentChild } from 'preact';

const LINK = /\bhttps?:\/\/[^\s<>"']+/gi;
const TRAILING = /[.,;:!?)\]}]+$/;

/** The text as it was typed, with its web addresses made links. */
export function linked(text: string): ComponentChild[] {
  const parts: ComponentChild[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const href = found.replace(TRAILING, '');
    parts.push(text.slice(end, index));
    parts.push(
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {href}
      </a>,
    );
    end = index + href.length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}
