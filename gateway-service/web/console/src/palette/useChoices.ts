import type { InboxRoom } from '@parlor/client';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { KEYS, keysFor, type KeyAction, type Keys } from '../app/keys';
import { placesFor } from '../app/places';
import { useDesk, useRooms } from '../desk/context';
import { offered, type Command } from './commands';
import { fitting } from './fuzzy';

const MOST_ROOMS = 8;
const TYPING_PAUSE_MS = 150;

export type ChoiceGroup = 'here' | 'rooms' | 'pages' | 'everywhere';
export type Choice = Command & { readonly keys?: Keys };

export type Windows = { onNewRoom: () => void; onShortcuts: () => void };

/** What can be chosen for the words typed so far, by group; conversations from the server come a moment later. */
export function useChoices(words: string, windows: Windows) {
  const here = useHere();
  const pages = usePages();
  const everywhere = useEverywhere(windows);
  const { rooms, searching } = useFound(words);
  const groups = useMemo(() => {
    const among = (choices: readonly Choice[]) => fitting(choices, words, ({ label }) => label);
    const all: [ChoiceGroup, readonly Choice[]][] = [
      ['here', among(here)],
      ['rooms', rooms],
      ['pages', among(pages)],
      ['everywhere', among(everywhere)],
    ];
    return all.filter(([, choices]) => choices.length > 0);
  }, [words, here, rooms, pages, everywhere]);
  return { groups, searching };
}

/** What the conversation that is open offers: as it was when the palette opened. */
function useHere(): readonly Choice[] {
  const [commands] = useState(offered);
  return useMemo(() => commands.map(withKeys), [commands]);
}

function withKeys(command: Command): Choice {
  return command.id in KEYS.conversation
    ? { ...command, keys: keysFor(command.id as KeyAction) }
    : { ...command };
}

function usePages(): readonly Choice[] {
  const { t } = useTranslation();
  const { account } = useDesk();
  const [, navigate] = useLocation();
  return useMemo(() => {
    const pages = placesFor(account)
      .flat()
      .map(({ to }) => ({
        id: `page-${to}`,
        label: t(`view.${to}`),
        run: () => navigate(`/${to}`),
        ...(to in KEYS.go ? { keys: keysFor(to as KeyAction) } : {}),
      }));
    const settings = {
      id: 'page-settings',
      label: t('shortcuts.key.g s'),
      run: () => navigate('/settings'),
      keys: keysFor('settings'),
    };
    return [...pages, settings];
  }, [t, account, navigate]);
}

function useEverywhere({ onNewRoom, onShortcuts }: Windows): readonly Choice[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'new-room', label: t('shortcuts.key.c'), run: onNewRoom, keys: keysFor('newRoom') },
      { id: 'overview', label: t('shortcuts.key.?'), run: onShortcuts, keys: keysFor('overview') },
    ],
    [t, onNewRoom, onShortcuts],
  );
}

/** Conversations that are known here at once, those the server finds after a pause in typing. */
function useFound(words: string): { rooms: readonly Choice[]; searching: boolean } {
  const { inbox } = useDesk();
  const rooms = useRooms();
  const [, navigate] = useLocation();
  const [answered, setAnswered] = useState('');
  const asked = words.trim();
  useEffect(() => {
    if (!asked) return;
    let current = true;
    const done = () => current && setAnswered(asked);
    // What the server finds joins the rooms that are known; if it cannot be asked, those are what there is.
    const timer = setTimeout(
      () => inbox.find({ q: asked, limit: MOST_ROOMS }).then(done, done),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [inbox, asked]);
  const found = useMemo(() => {
    const newest = rooms.filter(({ kind }) => kind !== 'backroom').sort(byActivity);
    return fitting(newest, words, ({ name }) => name)
      .slice(0, MOST_ROOMS)
      .map((room) => ({ id: `room-${room.id}`, label: room.name, run: () => navigate(placeOf(room)) }));
  }, [rooms, words, navigate]);
  return { rooms: found, searching: asked !== '' && answered !== asked };
}

const byActivity = (a: InboxRoom, b: InboxRoom): number => b.updatedAt.localeCompare(a.updatedAt);

const placeOf = ({ kind, id }: InboxRoom): string => `/${kind === 'guest' ? 'all' : 'team'}/${id}`;
