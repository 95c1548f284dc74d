import type { Holiday } from '@parlor/client';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { Switch } from '../ui/Switch';
import styles from './Fields.module.css';
import { Spans } from './Spans';

type HolidaysProps = { holidays: readonly Holiday[]; onChange: (holidays: readonly Holiday[]) => void };

const MORNING = { from: '09:00', to: '12:00' } as const;

/** The dates that are not like their weekdays: closed, or open for hours of their own. */
export function Holidays({ holidays, onChange }: HolidaysProps) {
  const { t } = useTranslation();
  const heading = useId();
  const replace = (at: number, part: Partial<Holiday>) =>
    onChange(holidays.map((holiday, index) => (index === at ? { ...holiday, ...part } : holiday)));
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {t('widget.hours.holidays')}
      </h2>
      {holidays.length === 0 && <p className={styles.note}>{t('widget.hours.noHolidays')}</p>}
      {holidays.map((holiday, index) => (
        <div key={index} className={styles.group}>
          <div className={styles.holiday}>
            <Field
              label={t('widget.hours.holidayDate')}
              type="date"
              required
              value={holiday.date}
              onChange={(event) => replace(index, { date: event.target.value })}
            />
            <Field
              label={t('widget.hours.holidayName')}
              maxLength={80}
              value={holiday.name}
              onChange={(event) => replace(index, { name: event.target.value })}
            />
            <IconButton
              label={t('widget.hours.removeHoliday', { name: holiday.name || holiday.date })}
              onClick={() => onChange(holidays.filter((_, at) => at !== index))}
            >
              <X size={16} />
            </IconButton>
          </div>
          <Switch
            label={t('widget.hours.open')}
            checked={holiday.spans.length > 0}
            onChange={(open) => replace(index, { spans: open ? [MORNING] : [] })}
          />
          <Spans
            day={holiday.name || holiday.date}
            spans={holiday.spans}
            empty=""
            onChange={(spans) => replace(index, { spans })}
          />
        </div>
      ))}
      <Button
        icon={<Plus size={16} />}
        onClick={() => onChange([...holidays, { date: '', name: '', spans: [] }])}
      >
        {t('widget.hours.addHoliday')}
      </Button>
    </section>
  );
}
