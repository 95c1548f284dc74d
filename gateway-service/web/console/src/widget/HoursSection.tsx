import type { OpeningHours, Span, Weekday } from '@parlor/client';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button';
import styles from './Fields.module.css';
import { Holidays } from './Holidays';
import { Spans } from './Spans';
import type { SectionProps } from './useWidgetSettings';

const DAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

const WORKING_DAY: Span = { from: '09:00', to: '17:00' };
const AFTERNOON: Span = { from: '13:00', to: '17:00' };

export function HoursSection({ settings: { hours }, change }: SectionProps) {
  const { t } = useTranslation();
  const reset = (part: Partial<OpeningHours>) => change({ hours: { ...hours, ...part } });
  const open = (day: Weekday, spans: readonly Span[]) => reset({ week: { ...hours.week, [day]: spans } });
  const always = DAYS.every((day) => hours.week[day].length === 0);
  return (
    <div className={styles.group}>
      <Zone zone={hours.zone} onChange={(zone) => reset({ zone })} />
      {always && <p className={styles.note}>{t('widget.hours.always')}</p>}
      <ul className={styles.days} aria-label={t('widget.hours.week')}>
        {DAYS.map((day) => {
          const name = t(`widget.day.${day}`);
          const spans = hours.week[day];
          return (
            <li key={day} className={styles.day}>
              <span className={styles.name}>{name}</span>
              <Spans
                day={name}
                spans={spans}
                empty={t(always ? 'widget.hours.open24' : 'widget.hours.closed')}
                onChange={(next) => open(day, next)}
              />
              <IconButton
                label={t('widget.hours.add', { day: name })}
                onClick={() => open(day, [...spans, spans.length ? AFTERNOON : WORKING_DAY])}
              >
                <Plus size={16} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <Holidays holidays={hours.holidays} onChange={(holidays) => reset({ holidays })} />
    </div>
  );
}

/** All zones the browser knows, and the one that is set. */
function Zone({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const zones = new Set([zone, 'Z', ...Intl.supportedValuesOf('timeZone')]);
  return (
    <div className={styles.spans}>
      <label className={styles.label} htmlFor={id}>
        {t('widget.hours.zone')}
      </label>
      <select
        id={id}
        className={styles.select}
        value={zone}
        onChange={(event) => onChange(event.target.value)}
      >
        {[...zones].map((one) => (
          <option key={one} value={one}>
            {one === 'Z' ? 'UTC' : one.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
