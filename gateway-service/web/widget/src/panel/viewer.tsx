import { type Attachment, fileContent } from '@parlor/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSurroundings } from './context';
import { dataUrl, save } from './files';
import { Icon, IconButton } from './parts';
import { TalkIcon, useTalk } from './talk-parts';

/** One picture over the whole window. Escape and the backdrop close it; focus returns to where it was. */
export function Viewer({ file, onClose }: { file: Attachment; onClose: () => void }) {
  const texts = useTalk();
  const { visit } = useSurroundings();
  const dialog = useRef<HTMLDialogElement>(null);
  const [content, setContent] = useState<{ readonly blob: Blob; readonly url: string }>();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    fileContent(visit.http, file)
      .then(async (blob) => setContent({ blob, url: await dataUrl(blob) }))
      .catch(() => setLost(true));
  }, []);
  return (
    <dialog
      ref={dialog}
      class="viewer"
      aria-label={file.name}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <header>
        <bdi>{file.name}</bdi>
        {content && (
          <IconButton label={texts.files.save(file.name)} onClick={() => save(content.blob, file.name)}>
            <TalkIcon name="down" />
          </IconButton>
        )}
        <IconButton label={texts.files.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </IconButton>
      </header>
      {content ? (
        <img src={content.url} alt={file.name} />
      ) : (
        <p role="status">{lost ? texts.files.lost : <span class="spinner" />}</p>
      )}
    </dialog>
  );
}
