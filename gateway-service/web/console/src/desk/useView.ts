import type { Inbox, RoomQuery } from '@parlor/client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useConnection, useDesk, useRooms } from './context';
import { doubtful, mentions, ordered, queriesOf, type View } from './views';

const PAGE = 50;

type Loaded = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly found: ReadonlySet<string>;
  readonly cursors: readonly (string | undefined)[];
};

const NOTHING: Loaded = { phase: 'loading', found: new Set(), cursors: [] };

/** One list of the inbox, live: the server is asked for pages, news comes by itself. */
export function useView(view: View, words: string, tag?: string, held?: string) {
  const { inbox, account } = useDesk();
  const rooms = useRooms();
  const { state } = useConnection();
  const [loaded, setLoaded] = useState<Loaded>(NOTHING);
  const asked = useRef(0);

  const load = useCallback(
    (fresh: boolean) => {
      const turn = ++asked.current;
      if (fresh) setLoaded(NOTHING);
      const take = (page: Loaded) => {
        if (turn !== asked.current) return;
        setLoaded(page);
        if (fresh || words || tag) return;
        doubtful(inbox.getSnapshot().rooms, view, account.id, page.found).forEach((id) => inbox.refresh(id));
      };
      ask(inbox, view, { words, tag }, []).then(
        take,
        () => turn === asked.current && setLoaded((before) => failed(before)),
      );
    },
    [inbox, account.id, view, words, tag],
  );

  useEffect(() => load(true), [load]);
  // Back after an absence: what is shown may be old. The first connection needs no second look.
  const wasOnline = useRef(false);
  useEffect(() => {
    if (state !== 'online') return;
    if (wasOnline.current) load(false);
    wasOnline.current = true;
  }, [state, load]);

  const more = loaded.cursors.some((cursor) => cursor !== undefined);
  const loadMore = useCallback(() => {
    const turn = asked.current;
    ask(inbox, view, { words, tag }, loaded.cursors).then(
      (page) => turn === asked.current && setLoaded((before) => joined(before, page)),
      () => undefined,
    );
  }, [inbox, view, words, tag, loaded.cursors]);

  const shown = useMemo(() => {
    const inView = ordered(rooms, view, account.id, held).filter((room) => !tag || room.tags?.includes(tag));
    return words ? inView.filter((room) => loaded.found.has(room.id) || mentions(room, words)) : inView;
  }, [rooms, view, account.id, held, words, tag, loaded.found]);

  // What another view has brought can be shown at once.
  const phase = loaded.phase === 'loading' && shown.length > 0 ? 'ready' : loaded.phase;
  return { rooms: shown, phase, searching: loaded.phase === 'loading', more, loadMore, reload: load };
}

/** The next page of each query of the view; without cursors the first. */
async function ask(
  inbox: Inbox,
  view: View,
  { words, tag }: { words: string; tag: string | undefined },
  cursors: Loaded['cursors'],
): Promise<Loaded> {
  const queries: readonly RoomQuery[] = queriesOf(view);
  const pages = await Promise.all(
    queries.map((query, index) => {
      const cursor = cursors[index];
      if (cursors.length && cursor === undefined) return { ids: [] };
      return inbox.find({ ...query, q: words || undefined, tag, cursor, limit: PAGE });
    }),
  );
  const found = new Set(pages.flatMap(({ ids }) => ids));
  const next = pages.map((page) => ('next' in page ? page.next : undefined));
  return { phase: 'ready', found, cursors: next };
}

const joined = (before: Loaded, page: Loaded): Loaded => ({
  ...page,
  found: new Set([...before.found, ...page.found]),
});

const failed = (before: Loaded): Loaded => ({
  ...before,
  phase: before.phase === 'ready' ? 'ready' : 'failed',
});
