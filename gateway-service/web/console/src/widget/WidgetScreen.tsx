import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { Segmented } from '../ui/Segmented';
import { ListSkeleton } from '../ui/Skeleton';
import { Switch } from '../ui/Switch';
import { ContactSection } from './ContactSection';
import { FormSection } from './FormSection';
import { HoursSection } from './HoursSection';
import { LookSection } from './LookSection';
import { Preview } from './Preview';
import { TextsSection } from './TextsSection';
import { useWidgetSettings, type SectionProps } from './useWidgetSettings';
import styles from './WidgetScreen.module.css';

const SECTIONS = {
  look: LookSection,
  texts: TextsSection,
  contact: ContactSection,
  form: FormSection,
  hours: HoursSection,
} as const;

type Section = keyof typeof SECTIONS;

/** What visitors see and are asked, with a preview of it. */
export default function WidgetScreen() {
  const { t } = useTranslation();
  const { draft, failed, reload, ...editing } = useWidgetSettings();
  return (
    <section className={styles.screen} aria-labelledby="widget-title">
      <div className={styles.page}>
        <header>
          <h1 id="widget-title" className={styles.title}>
            {t('widget.title')}
          </h1>
          <p className={styles.lead}>{t('widget.lead')}</p>
        </header>
        {failed && (
          <Empty title={t('widget.failed')} action={<Button onClick={reload}>{t('common.retry')}</Button>} />
        )}
        {!failed && !draft && <ListSkeleton rows={6} />}
        {draft && <Editor {...editing} settings={draft} />}
      </div>
    </section>
  );
}

type EditorProps = SectionProps & {
  busy: boolean;
  changed: boolean;
  elsewhere: boolean;
  save: () => void;
  discard: () => void;
};

function Editor({ settings, refusals, change, busy, changed, elsewhere, save, discard }: EditorProps) {
  const { t } = useTranslation();
  const [section, setSection] = useState<Section>('look');
  const Fields = SECTIONS[section];
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    save();
  };
  return (
    <div className={styles.columns}>
      <form className={styles.form} onSubmit={submit}>
        <Switch
          label={t('widget.on')}
          checked={settings.enabled}
          onChange={(enabled) => change({ enabled })}
        />
        <Segmented
          label={t('widget.sections')}
          value={section}
          options={(Object.keys(SECTIONS) as Section[]).map((value) => ({
            value,
            label: t(`widget.section.${value}`),
          }))}
          onChange={setSection}
        />
        <Fields settings={settings} refusals={refusals} change={change} />
        <div className={styles.bar} data-changed={changed || undefined}>
          <p className={styles.changed} role="status">
            {changed && t(elsewhere ? 'widget.elsewhere' : 'widget.changed')}
          </p>
          <Button onClick={discard} disabled={!changed}>
            {t('widget.discard')}
          </Button>
          <Button type="submit" variant="primary" busy={busy} disabled={!changed}>
            {t('widget.save')}
          </Button>
        </div>
      </form>
      <Preview settings={settings} />
    </div>
  );
}
