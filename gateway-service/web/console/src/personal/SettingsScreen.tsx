import { Volume2 } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { languages, storedLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { Segmented } from '../ui/Segmented';
import { ListSkeleton } from '../ui/Skeleton';
import { Switch } from '../ui/Switch';
import { NotificationSettings } from './NotificationSettings';
import styles from './SettingsScreen.module.css';
import { storedTheme, THEMES } from './theme';
import { usePersonal } from './usePersonal';

/** What a person sets for itself. Every change is kept at once. */
export default function SettingsScreen() {
  const { t } = useTranslation();
  const { phase, reload } = usePersonal();
  return (
    <section className={styles.screen} aria-labelledby="settings-title">
      <div className={styles.page}>
        <header>
          <h1 id="settings-title" className={styles.title}>
            {t('settings.title')}
          </h1>
          <p className={styles.lead}>{t('settings.lead')}</p>
        </header>
        {phase === 'loading' && <ListSkeleton rows={6} />}
        {phase === 'failed' && (
          <Empty
            title={t('settings.failed')}
            action={<Button onClick={reload}>{t('common.retry')}</Button>}
          />
        )}
        {phase === 'ready' && (
          <>
            <Sounds />
            <Section title={t('settings.notifications')}>
              <NotificationSettings />
            </Section>
            <Looks />
          </>
        )}
      </div>
    </section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Sounds() {
  const { t } = useTranslation();
  const { alerts } = useDesk();
  const { settings, change } = usePersonal();
  return (
    <Section title={t('settings.sounds')}>
      <Switch
        label={t('settings.soundsOn')}
        checked={settings.sounds}
        onChange={(sounds) => change({ sounds })}
      />
      <p className={styles.hint}>{t('settings.soundsHint')}</p>
      <div className={styles.tones} role="group" aria-label={t('settings.listen')}>
        {(['conversation', 'received', 'mention', 'sent'] as const).map((tone) => (
          <Button key={tone} size="small" icon={<Volume2 size={14} />} onClick={() => alerts.try(tone)}>
            {t(`settings.tone.${tone}`)}
          </Button>
        ))}
      </div>
    </Section>
  );
}

function Looks() {
  const { t } = useTranslation();
  const { settings, change } = usePersonal();
  const language = useId();
  const kept = settings.version > 0;
  return (
    <Section title={t('settings.looks')}>
      <div className={styles.row}>
        <span className={styles.label}>{t('personal.theme')}</span>
        <Segmented
          label={t('personal.theme')}
          value={kept ? settings.theme : storedTheme()}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </div>
      <div className={styles.row}>
        <label className={styles.label} htmlFor={language}>
          {t('settings.language')}
        </label>
        <select
          id={language}
          className={styles.select}
          value={(kept ? settings.language : storedLanguage()) ?? ''}
          onChange={(event) => change({ language: event.target.value || undefined })}
        >
          <option value="">{t('settings.browserLanguage')}</option>
          {languages.map(({ value, label }) => (
            <option key={value} value={value} lang={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </Section>
  );
}
