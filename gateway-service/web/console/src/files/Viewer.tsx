import { Dialog as Base } from '@base-ui/react/dialog';
import type { Attachment } from '@parlor/client';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { useContext, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import styles from './Files.module.css';
import { Pictures } from './pictures';

type ViewerProps = {
  file: Attachment | undefined;
  onShow: (file: Attachment) => void;
  onClose: () => void;
};

/**
 * One picture over the whole window, and the way to the others of the conversation. Escape closes it; focus returns to
 * where it was.
 */
export function Viewer({ file, onShow, onClose }: ViewerProps) {
  const { t } = useTranslation();
  const pictures = useContext(Pictures);
  const at = pictures.findIndex(({ id }) => id === file?.id);
  const go = (by: -1 | 1) => {
    const next = pictures[at + by];
    if (at >= 0 && next) onShow(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const forth = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') go(event.key === forth ? 1 : -1);
  };
  return (
    <Base.Root open={file !== undefined} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Popup className={styles.viewer} data-window onKeyDown={onKeyDown}>
          {file && (
            <>
              <header className={styles.head}>
                <Base.Title className={styles.name}>
                  <bdi>{file.name}</bdi>
                </Base.Title>
                {at >= 0 && pictures.length > 1 && <Steps at={at} all={pictures.length} go={go} />}
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
              <img key={file.id} className={styles.whole} src={file.url} alt={file.name} />
            </>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type StepsProps = { at: number; all: number; go: (by: -1 | 1) => void };

function Steps({ at, all, go }: StepsProps) {
  const { t } = useTranslation();
  const numbers = new Intl.NumberFormat(useLocale());
  return (
    <>
      <span className={styles.place} role="status">
        {t('files.place', { at: numbers.format(at + 1), all: numbers.format(all) })}
      </span>
      <Step label={t('files.previous')} end={at === 0} onClick={() => go(-1)}>
        <ChevronLeft size={20} />
      </Step>
      <Step label={t('files.next')} end={at === all - 1} onClick={() => go(1)}>
        <ChevronRight size={20} />
      </Step>
    </>
  );
}

type StepProps = { label: string; end: boolean; onClick: () => void; children: ReactNode };

/** At the end it stays where it is, so that whoever is on it does not lose their place. */
function Step({ label, end, onClick, children }: StepProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      data-step
      aria-label={label}
      title={label}
      aria-disabled={end}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
