import { ACCEPTED, type Attachment, type RoomStore, type UploadItem, type UploadTray } from '@parlor/client';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useStore, useSurroundings } from './context';
import { type FilesModule, loadFiles } from './files-module';
import { TalkIcon, useTalk } from './talk-parts';

interface Attaching {
  /** None where no files are taken. */
  readonly add: ((files: readonly File[]) => void) | undefined;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly take: () => readonly Attachment[];
  /** Whether there is something to send, and whether something is still on its way. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly tray: ComponentChildren;
}

const NOTHING: readonly UploadItem[] = [];
const empty = { subscribe: () => () => undefined, getSnapshot: () => NOTHING };

/** The files of the next message, by button, by paste and dropped anywhere on the conversation. */
export function useAttaching(
  store: RoomStore,
  largest: number | undefined,
  form: RefObject<HTMLElement | null>,
  allowed: boolean,
): Attaching {
  const { visit } = useSurroundings();
  const [held, setHeld] = useState<{ tray: UploadTray; Tray: FilesModule['Tray'] }>();
  const items = useStore<readonly UploadItem[]>(held?.tray ?? empty);
  useEffect(() => () => held?.tray.clear(), [held]);

  const add = async (files: readonly File[]) => {
    if (!files.length) return;
    if (held) return held.tray.add(files);
    const { newTray, Tray } = await loadFiles();
    const tray = newTray(visit.http, store.getSnapshot().room, largest);
    tray.add(files);
    setHeld({ tray, Tray });
  };
  const take = (files: readonly File[]) => void add(files).catch(() => visit.failed('unreachable'));
  useDrop(form, allowed ? take : undefined);

  return {
    add: allowed ? take : undefined,
    onPaste: (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!allowed || !files.length) return;
      event.preventDefault();
      take(files);
    },
    take: () => held?.tray.take() ?? [],
    ready: items.some(({ state }) => state === 'done'),
    busy: items.some(({ state }) => state === 'waiting' || state === 'sending'),
    tray: held && <held.Tray tray={held.tray} />,
  };
}

function useDrop(
  form: RefObject<HTMLElement | null>,
  take: ((files: readonly File[]) => void) | undefined,
): void {
  useEffect(() => {
    const area = form.current?.closest<HTMLElement>('.conversation');
    if (!area || !take) return;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      area.classList.add('dropping');
    };
    const leave = (event: DragEvent) => {
      if (!area.contains(event.relatedTarget as Node | null)) area.classList.remove('dropping');
    };
    const drop = (event: DragEvent) => {
      area.classList.remove('dropping');
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!files.length) return;
      event.preventDefault();
      take(files);
    };
    area.addEventListener('dragover', over);
    area.addEventListener('dragleave', leave);
    area.addEventListener('drop', drop);
    return () => {
      area.removeEventListener('dragover', over);
      area.removeEventListener('dragleave', leave);
      area.removeEventListener('drop', drop);
    };
  });
}

/** Opens the file picker; several files may be chosen at once. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { attach } = useTalk().files;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="attach"
        aria-label={attach}
        title={attach}
        onClick={() => picker.current?.click()}
      >
        <TalkIcon name="clip" />
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={attach}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
