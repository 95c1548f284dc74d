import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import type { World } from './world';

const PAGE = 20;

/** Finds messages that say one word, in one room or in all, and marks it. */
export function answerSearch(world: World, id: string | undefined, url: URL, response: ServerResponse): void {
  const room = id === undefined ? undefined : world.rooms.get(id);
  if (id !== undefined && !room) return refuse(response, 403, 'not-a-member');
  const word = (url.searchParams.get('q') ?? '').toLowerCase();
  const hits = (room ? [room] : [...world.rooms.values()])
    .flatMap((one) => one.entries)
    .flatMap((entry) => {
      if (entry.type !== 'message.sent') return [];
      const place = entry.text.toLowerCase().indexOf(word);
      if (place < 0) return [];
      const { room: where, epoch, seq, id: message, author, at, text } = entry;
      const cut = [
        text.slice(0, place),
        text.slice(place, place + word.length),
        text.slice(place + word.length),
      ];
      const pieces = cut
        .map((piece, index) => (index === 1 ? { text: piece, hit: true } : { text: piece }))
        .filter(({ text: piece }) => piece);
      return [{ room: where, epoch, seq, id: message, author, at, pieces }];
    })
    .toSorted((a, b) => b.at.localeCompare(a.at) || b.seq - a.seq);
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const items = hits.slice(from, from + PAGE);
  reply(response, 200, { items, ...(hits.length > from + PAGE ? { next: String(from + PAGE) } : {}) });
}
