import { fileSize, type UploadItem, type UploadTray } from '@parlor/client';
import { FileText, RotateCcw, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadable } from '../desk/context';
import { useLocale } from '../i18n/useLocale';
import { useProblemText } from '../session/problems';
import { IconButton } from '../ui/Button';
import styles from './Files.module.css';

/** The files that wait for the next message, each with how far it is and a way back. */
export function Tray({ tray }: { tray: UploadTray }) {
  const { t } = useTranslation();
  const items = useReadable<readonly UploadItem[]>(tray);
  if (items.length === 0) return null;
  return (
    <ul className={styles.tray} aria-label={t('files.chosen')}>
      {items.map((item) => (
        <Chosen key={item.key} item={item} tray={tray} />
      ))}
    </ul>
  );
}

function Chosen({ item, tray }: { item: UploadItem; tray: UploadTray }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = useProblemText();
  const { name, size } = item.file;
  const failed = item.state === 'failed';
  return (
    <li className={styles.chosen} data-state={item.state}>
      <Preview file={item.file} />
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        {failed ? (
          <span className={styles.problem} role="alert">
            {say(item.problem)}
          </span>
        ) : (
          <span className={styles.size}>{fileSize(locale, size)}</span>
        )}
      </span>
      {failed && (
        <IconButton label={t('files.retry', { name })} onClick={() => tray.retry(item.key)}>
          <RotateCcw size={14} />
        </IconButton>
      )}
      <IconButton label={t('files.remove', { name })} onClick={() => tray.remove(item.key)}>
        <X size={14} />
      </IconButton>
      {(item.state === 'sending' || item.state === 'waiting') && (
        <progress
          className={styles.progress}
          max={1}
          value={item.progress}
          aria-label={t('files.sending', { name })}
        />
      )}
    </li>
  );
}

function Preview({ file }: { file: File }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith('image/')) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url ? (
    <img className={styles.preview} src={url} alt="" onError={() => setUrl(undefined)} />
  ) : (
    <span className={styles.preview}>
      <FileText size={16} aria-hidden="true" />
    </span>
  );
}
