import { fileSize, fitted, isImage, type Attachment } from '@parlor/client';
import { Download, FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { Viewer } from './Viewer';
import styles from './Files.module.css';

/** The longer edge of an image in a conversation. */
const EDGE = 320;

/** The files of a message: images in place and larger on request, others by name. */
export function Attachments({ files }: { files: readonly Attachment[] }) {
  const [open, setOpen] = useState<Attachment>();
  if (files.length === 0) return null;
  return (
    <div className={styles.files}>
      {files.map((file) =>
        isImage(file) ? (
          <Picture key={file.id} file={file} onOpen={() => setOpen(file)} />
        ) : (
          <Document key={file.id} file={file} />
        ),
      )}
      <Viewer file={open} onShow={setOpen} onClose={() => setOpen(undefined)} />
    </div>
  );
}

/** Its place is known before it is there, so nothing moves when it comes. */
function Picture({ file, onOpen }: { file: Attachment; onOpen: () => void }) {
  const { t } = useTranslation();
  const [lost, setLost] = useState(false);
  const { width, height } = fitted(file, EDGE);
  if (lost) return <Document file={file} />;
  return (
    <button
      type="button"
      className={styles.picture}
      style={{ inlineSize: `${width}px`, aspectRatio: `${width} / ${height}` }}
      aria-label={t('files.show', { name: file.name })}
      onClick={onOpen}
    >
      <img src={`${file.url}/thumbnail`} alt="" loading="lazy" onError={() => setLost(true)} />
    </button>
  );
}

function Document({ file }: { file: Attachment }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const size = fileSize(locale, file.size);
  return (
    <a className={styles.file} href={file.url} download={file.name} rel="noopener noreferrer">
      <FileText size={16} aria-hidden="true" />
      <span className="visually-hidden">{t('files.download')} </span>
      <bdi className={styles.name}>{file.name}</bdi> <span className={styles.size}>{size}</span>
      <Download size={14} aria-hidden="true" />
    </a>
  );
}
