/** Files in the conversation and on their way into it, in a chunk that is loaded with the first of them. */
import { type Attachment, fileContent, fileSize, type Http, isImage, UploadTray } from '@parlor/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { adopt } from '../loader/dom';
import { placed } from './attached';
import { useSurroundings } from './context';
import css from './styles/files.css?inline';
import { TalkIcon, useTalk } from './talk-parts';
import { Viewer } from './viewer';

export { Tray } from './tray';

export const newTray = (http: Http, room: string, largest: number | undefined): UploadTray =>
  new UploadTray({ http, room, largest });

const dressed = new WeakSet<Node>();

/** Puts the styles of this chunk where the widget is. */
export function dress(element: Element | null): void {
  const root = element?.getRootNode();
  if (!(root instanceof ShadowRoot) || dressed.has(root)) return;
  dressed.add(root);
  adopt(root, css);
}

export function Files({ files }: { files: readonly Attachment[] }) {
  const [open, setOpen] = useState<Attachment>();
  return (
    <div class="files" ref={dress}>
      {files.map((file) =>
        isImage(file) ? (
          <Picture key={file.id} file={file} onOpen={() => setOpen(file)} />
        ) : (
          <Document key={file.id} file={file} />
        ),
      )}
      {open && <Viewer file={open} onShow={setOpen} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function Picture({ file, onOpen }: { file: Attachment; onOpen: () => void }) {
  const texts = useTalk();
  const { visit } = useSurroundings();
  const [source, setSource] = useState<string>();
  const [lost, setLost] = useState(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    fileContent(visit.http, file, true)
      .then(dataUrl)
      .then(
        (url) => !gone.current && setSource(url),
        () => !gone.current && setLost(true),
      );
    return () => void (gone.current = true);
  }, [file.id]);
  if (lost) return <Document file={file} />;
  return (
    <button
      type="button"
      class="picture"
      style={placed(file)}
      aria-label={texts.files.show(file.name)}
      onClick={onOpen}
    >
      {source && <img src={source} alt="" onError={() => setLost(true)} />}
    </button>
  );
}

function Document({ file }: { file: Attachment }) {
  const { visit, locale } = useSurroundings();
  const texts = useTalk();
  const [state, setState] = useState<'idle' | 'busy' | 'lost'>('idle');
  const size = fileSize(locale, file.size);
  const load = () => {
    if (state === 'busy') return;
    setState('busy');
    fileContent(visit.http, file).then(
      (content) => {
        save(content, file.name);
        setState('idle');
      },
      () => setState('lost'),
    );
  };
  return (
    <button type="button" class="file" aria-busy={state === 'busy'} onClick={load}>
      {state === 'busy' ? <span class="spinner" aria-hidden="true" /> : <TalkIcon name="down" />}
      <span class="aloud">{texts.files.download} </span>
      <span class="file-name">
        <bdi>{file.name}</bdi>
      </span>{' '}
      <span class="hint">{state === 'lost' ? texts.files.lost : size}</span>
      {state === 'lost' && <TalkIcon name="alert" />}
    </button>
  );
}

/** Pages that hold the widget may let pictures in as data; where they do not, pictures are offered like documents. */
export const dataUrl = (content: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('not readable'));
    reader.readAsDataURL(content);
  });

export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
