import type { UploadItem } from '@parlor/client';
import { useDesk, useReadable } from '../desk/context';
import { trayOf } from '../files/trays';
import type { ComposerProps } from './Composer';

export type Attaching = ReturnType<typeof useAttaching>;

/** The files that go with what is written; a note's go into the back room. */
export function useAttaching({ room, kind, input }: ComposerProps) {
  const { session } = useDesk();
  const tray = trayOf(session, kind === 'note' ? (room.backroom ?? room.id) : room.id);
  const items = useReadable<readonly UploadItem[]>(tray);
  return {
    tray,
    add: (files: readonly File[]) => {
      tray.add(files);
      input.current?.focus();
    },
    ready: items.some(({ state }) => state === 'done'),
    busy: items.some(({ state }) => state === 'waiting' || state === 'sending'),
  };
}
