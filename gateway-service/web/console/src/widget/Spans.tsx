import type { Span } from '@parlor/client';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button';
import styles from './Fields.module.css';

type SpansProps = {
  day: string;
  spans: readonly Span[];
  empty: string;
  onChange: (spans: readonly Span[]) => void;
};

/** The hours of one day, or what is said without any. */
export function Spans({ day, spans, empty, onChange }: SpansProps) {
  const { t } = useTranslation();
  if (spans.length === 0) return empty && <span className={styles.closed}>{empty}</span>;
  const replace = (at: number, part: Partial<Span>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...part } : span)));
  return (
    <div className={styles.spans}>
      {spans.map((span, index) => (
        <div key={index} className={styles.span}>
          {(['from', 'to'] as const).map((end) => (
            <input
              key={end}
              type="time"
              required
              className={styles.time}
              aria-label={t(`widget.hours.${end}`, { day })}
              value={span[end]}
              onChange={(event) => replace(index, { [end]: event.target.value })}
            />
          ))}
          <IconButton
            label={t('widget.hours.remove', { ...span, day })}
            onClick={() => onChange(spans.filter((_, at) => at !== index))}
          >
            <X size={16} />
          </IconButton>
          {span.to <= span.from && <span className={styles.note}>{t('widget.hours.nextDay')}</span>}
        </div>
      ))}
    </div>
  );
}
