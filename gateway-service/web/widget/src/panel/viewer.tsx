import { type Attachment, fileContent } from '@parlor/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSurroundings } from './context';
import { dataUrl, save } from './files';
import { viewing } from './locales/en.viewer';
import { Icon, IconButton } from './parts';
import { picturesOf } from './pictures';
import { TalkIcon, useTalk } from './talk-parts';

interface ViewerProps {
  readonly file: Attachment;
  readonly onShow: (file: Attachment) => void;
  readonly onClose: () => void;
}

/**
 * One picture over the whole window, and the way to the others of the conversation. Escape and the backdrop close it;
 * focus returns to where it was.
 */
export function Viewer({ file, onShow, onClose }: ViewerProps) {
  const texts = useTalk();
  const { visit, locale, viewing: words = viewing } = useSurroundings();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pictures] = useState(() => picturesOf(visit));
  const { content, lost } = useContent(file);
  const at = pictures.findIndex(({ id }) => id === file.id);
  const many = at >= 0 && pictures.length > 1;
  const go = (by: -1 | 1) => {
    const next = pictures[at + by];
    if (at >= 0 && next) onShow(next);
  };
  useEffect(() => dialog.current?.showModal(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const forth = dialog.current?.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') go(event.key === forth ? 1 : -1);
  };
  return (
    <dialog
      ref={dialog}
      class="viewer"
      aria-label={file.name}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <header>
        <bdi>{file.name}</bdi>
        {many && (
          <>
            <span role="status">{words.place(digits(locale, at + 1), digits(locale, pictures.length))}</span>
            <Step label={words.previous} end={at === 0} onClick={() => go(-1)} />
            <Step forth label={words.next} end={at === pictures.length - 1} onClick={() => go(1)} />
          </>
        )}
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

interface StepProps {
  readonly label: string;
  readonly forth?: boolean;
  readonly end: boolean;
  readonly onClick: () => void;
}

/** At the end it stays where it is, so that whoever is on it does not lose their place. */
const Step = ({ label, forth = false, end, onClick }: StepProps) => (
  <button
    type="button"
    class="icon-button step"
    data-forth={forth}
    aria-label={label}
    title={label}
    aria-disabled={end}
    onClick={onClick}
  >
    <Icon name="back" />
  </button>
);

const digits = (locale: string, number: number): string => new Intl.NumberFormat(locale).format(number);

interface Content {
  readonly of: string;
  readonly blob: Blob;
  readonly url: string;
}

/** What is in the file, once it is there. */
function useContent(file: Attachment): { content: Content | undefined; lost: boolean } {
  const { visit } = useSurroundings();
  const [content, setContent] = useState<Content>();
  const [lost, setLost] = useState<string>();
  useEffect(() => {
    let current = true;
    fileContent(visit.http, file)
      .then(async (blob) => ({ of: file.id, blob, url: await dataUrl(blob) }))
      .then(
        (loaded) => current && setContent(loaded),
        () => current && setLost(file.id),
      );
    return () => void (current = false);
  }, [file.id]);
  return { content: content?.of === file.id ? content : undefined, lost: lost === file.id };
}
