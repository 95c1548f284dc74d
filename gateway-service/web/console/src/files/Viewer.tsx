import { Dialog as Base } from '@base-ui/react/dialog';
import type { Attachment } from '@parlor/client';
import { Download, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Files.module.css';

/** One picture over the whole window. Escape closes it; focus returns to where it was. */
export function Viewer({ file, onClose }: { file: Attachment | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Base.Root open={file !== undefined} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Popup className={styles.viewer} data-window>
          {file && (
            <>
              <header className={styles.head}>
                <Base.Title className={styles.name}>
                  <bdi>{file.name}</bdi>
                </Base.Title>
                <a
                  className={styles.tool}
                  href={file.url}
                  download={file.name}
                  rel="noopener noreferrer"
                  aria-label={t('files.save', { name: file.name })}
                  title={t('files.save', { name: file.name })}
                >
                  <Download size={18} />
                </a>
                <Base.Close className={styles.tool} aria-label={t('common.close')}>
                  <X size={18} />
                </Base.Close>
              </header>
              <img className={styles.whole} src={file.url} alt={file.name} />
            </>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
