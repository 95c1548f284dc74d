import type { Report } from '@parlor/client';
import { ChartColumn } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Empty } from '../ui/Notice';
import { Segmented } from '../ui/Segmented';
import { ListSkeleton } from '../ui/Skeleton';
import { DayChart, dayName } from './DayChart';
import { presetPeriod, PRESETS, zone, type Period, type Preset } from './period';
import { ReportTable, score, spread } from './ReportTable';
import styles from './ReportsScreen.module.css';
import { useReport } from './useReport';

/** The desk over a period, for whoever oversees it. */
export default function ReportsScreen() {
  const { t } = useTranslation();
  const [preset, setPreset] = useState<Preset | 'own'>('week');
  const [period, setPeriod] = useState<Period>(() => presetPeriod('week', Date.now()));
  const { report, loading, failed, wrong, reload } = useReport(period);
  const choose = (next: Preset | 'own') => {
    setPreset(next);
    if (next !== 'own') setPeriod(presetPeriod(next, Date.now()));
  };
  const change = (part: Partial<Period>) => {
    setPreset('own');
    setPeriod((before) => ({ ...before, ...part }));
  };
  return (
    <section className={styles.screen} aria-labelledby="reports-title" aria-busy={loading}>
      <div className={styles.page}>
        <header>
          <h1 id="reports-title" className={styles.title}>
            {t('reports.title')}
          </h1>
          <p className={styles.lead}>{t('reports.lead', { zone: zone() })}</p>
        </header>
        <div className={styles.period}>
          <Segmented
            label={t('reports.period')}
            value={preset}
            options={[...PRESETS, 'own' as const].map((value) => ({ value, label: t(`reports.${value}`) }))}
            onChange={choose}
          />
          <Field
            type="date"
            label={t('reports.from')}
            max={period.to}
            value={period.from}
            onChange={(event) => event.target.value && change({ from: event.target.value })}
          />
          <Field
            type="date"
            label={t('reports.to')}
            min={period.from}
            value={period.to}
            onChange={(event) => event.target.value && change({ to: event.target.value })}
            {...(wrong ? { error: wrong } : {})}
          />
        </div>
        {failed && !wrong && !loading && (
          <Empty
            icon={<ChartColumn />}
            title={t('reports.failed')}
            action={<Button onClick={reload}>{t('common.retry')}</Button>}
          />
        )}
        {!report && loading && <ListSkeleton rows={6} />}
        {report && <Figures report={report} period={period} />}
      </div>
    </section>
  );
}

function Figures({ report, period }: { report: Report; period: Period }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { total, days, agents } = report;
  const csv = (table: string) =>
    `/api/v1/reports/${table}.csv?${new URLSearchParams({ ...period, zone: zone() }).toString()}`;
  if (total.conversations + total.taken + total.ratings === 0) {
    return (
      <Empty icon={<ChartColumn />} title={t('reports.empty')}>
        {t('reports.emptyDetail')}
      </Empty>
    );
  }
  return (
    <>
      <dl className={styles.figures}>
        <Figure
          name={t('reports.conversations')}
          value={new Intl.NumberFormat(locale).format(total.conversations)}
        />
        <Figure name={t('reports.firstResponse')} value={spread(locale, total.firstResponse)} />
        <Figure name={t('reports.resolution')} value={spread(locale, total.resolution)} />
        <Figure name={t('reports.waiting')} value={spread(locale, total.waiting)} />
        <Figure name={t('reports.rating')} value={score(locale, total)} />
      </dl>
      <p className={styles.lead}>{t('reports.how')}</p>
      <DayChart days={days} />
      <ReportTable
        caption={t('reports.days')}
        head={t('reports.day')}
        lines={days}
        nameOf={({ key }) => dayName(locale, key)}
        csv={csv('days')}
      />
      <ReportTable
        caption={t('reports.agents')}
        head={t('reports.agent')}
        lines={agents}
        nameOf={({ key, name }) => name ?? key}
        csv={csv('agents')}
      />
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
