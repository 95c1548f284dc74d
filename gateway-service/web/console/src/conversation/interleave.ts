import type { OutgoingMessage, TimelineItem } from '@parlor/client';

/** An item of the conversation; a note is one that came from the back room. */
export type Interleaved = { readonly item: TimelineItem; readonly note: boolean };

/** A message of mine on its way. */
export type Outgoing = { readonly message: OutgoingMessage; readonly note: boolean };

/**
 * The room and its back room as one conversation, by time. Within each of the two the order of `seq` is kept
 * whatever their clocks say: an item never passes an older one of its own room.
 */
export function interleave(front: readonly TimelineItem[], back: readonly TimelineItem[]): Interleaved[] {
  const merged: Interleaved[] = [];
  let next = 0;
  for (const item of front) {
    let note = back[next];
    while (note && note.at < item.at) {
      merged.push({ item: note, note: true });
      note = back[++next];
    }
    merged.push({ item, note: false });
  }
  for (const item of back.slice(next)) merged.push({ item, note: true });
  return merged;
}

/** Notes older than the oldest loaded item of the room wait until that part is loaded. */
export function withinReach(
  front: readonly TimelineItem[],
  back: readonly TimelineItem[],
  complete: boolean,
): readonly TimelineItem[] {
  const oldest = front[0];
  return complete || !oldest ? back : back.filter((item) => item.at >= oldest.at);
}

export function outgoing(front: readonly OutgoingMessage[], back: readonly OutgoingMessage[]): Outgoing[] {
  return [
    ...front.map((message) => ({ message, note: false })),
    ...back.map((message) => ({ message, note: true })),
  ].sort((a, b) => (a.message.at < b.message.at ? -1 : Number(a.message.at > b.message.at)));
}
