import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import type { Span } from './placeholders';
import styles from './BlanksNotice.module.css';

type BlanksNoticeProps = { blanks: readonly Span[]; onNext: () => void; onAnyway: () => void };

/** Says what is still to be filled in, so that it is not sent by mistake. */
export function BlanksNotice({ blanks, onNext, onAnyway }: BlanksNoticeProps) {
  const { t } = useTranslation();
  const names = [...new Set(blanks.map(({ text }) => text))];
  return (
    <div className={styles.notice} data-blanks={names.length || undefined}>
      <p className={styles.words} role="status">
        {names.length > 0 && (
          <>
            <TriangleAlert size={14} aria-hidden="true" />
            <span>{t('replies.blanks', { count: names.length, names: names.join(', ') })}</span>
          </>
        )}
      </p>
      {names.length > 0 && (
        <span className={styles.ways}>
          <Button size="small" onClick={onNext}>
            {t('replies.fillIn')}
          </Button>
          <Button size="small" variant="quiet" onClick={onAnyway}>
            {t('replies.sendAnyway')}
          </Button>
        </span>
      )}
    </div>
  );
}
