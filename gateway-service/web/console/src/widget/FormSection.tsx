import type { Ask } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../ui/Segmented';
import { Switch } from '../ui/Switch';
import styles from './Fields.module.css';
import type { SectionProps } from './useWidgetSettings';

const ASKS: readonly Ask[] = ['required', 'optional', 'off'];

export function FormSection({ settings: { form, answersByMail }, change }: SectionProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.group}>
      <p className={styles.note}>{t('widget.form.lead')}</p>
      {(['email', 'phone', 'message'] as const).map((field) => (
        <div key={field} className={styles.row}>
          <span className={styles.label}>{t(`widget.form.${field}`)}</span>
          <Segmented<Ask>
            label={t(`widget.form.${field}`)}
            value={form[field]}
            options={ASKS.map((value) => ({ value, label: t(`widget.ask.${value}`) }))}
            onChange={(ask) => change({ form: { ...form, [field]: ask } })}
          />
        </div>
      ))}
      <div>
        <Switch
          label={t('widget.answers.on')}
          checked={answersByMail}
          onChange={(wanted) => change({ answersByMail: wanted })}
        />
        <p className={styles.note}>{t('widget.answers.note')}</p>
      </div>
    </div>
  );
}
