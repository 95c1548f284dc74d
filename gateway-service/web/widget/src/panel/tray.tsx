import { fileSize, type UploadItem, type UploadTray } from '@parlor/client';
import { useStore, useSurroundings } from './context';
import { dress } from './files';
import { Icon, IconButton, useReason } from './parts';
import { useTalk } from './talk-parts';

/** The files that wait for the next message, each with how far it is. */
export function Tray({ tray }: { tray: UploadTray }) {
  const texts = useTalk();
  const items = useStore<readonly UploadItem[]>(tray);
  if (items.length === 0) return null;
  return (
    <ul class="tray" ref={dress} aria-label={texts.files.chosen}>
      {items.map((item) => (
        <Chosen key={item.key} item={item} tray={tray} />
      ))}
    </ul>
  );
}

function Chosen({ item, tray }: { item: UploadItem; tray: UploadTray }) {
  const texts = useTalk();
  const { locale } = useSurroundings();
  const { name, size } = item.file;
  const reason = useFileReason(item.problem?.code);
  const failed = item.state === 'failed';
  return (
    <li class={`chosen chosen-${item.state}`}>
      <span class="file-name">
        <bdi>{name}</bdi>
      </span>
      {failed ? (
        <span class="chosen-problem" role="alert">
          {reason}
        </span>
      ) : (
        <span class="hint">{fileSize(locale, size)}</span>
      )}
      {failed && (
        <button
          type="button"
          class="link"
          aria-label={`${texts.retry}: ${name}`}
          onClick={() => tray.retry(item.key)}
        >
          {texts.retry}
        </button>
      )}
      <IconButton label={texts.files.remove(name)} onClick={() => tray.remove(item.key)}>
        <Icon name="close" />
      </IconButton>
      {(item.state === 'sending' || item.state === 'waiting') && (
        <progress max={1} value={item.progress} aria-label={texts.files.sending(name)} />
      )}
    </li>
  );
}

function useFileReason(code = 'other'): string {
  const { problem } = useTalk().files;
  const other = useReason(code);
  return problem[code] ?? other;
}
