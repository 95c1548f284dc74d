import type { InboxRoom, Summary } from '@parlor/client';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { duration, full, longDate } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { Button } from '../ui/Button';
import { Alert } from '../ui/Notice';
import { useSummaries } from './useSummaries';
import styles from './SummarySection.module.css';

/** What became of the conversation, each time it ended. Nothing where it never has. */
export function SummarySection({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  const title = useId();
  const { items, failed, reload } = useSummaries(room);
  const [newest, ...earlier] = items ?? [];
  if (!failed && !newest) return null;
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={styles.heading}>
        {t('summary.title')}
      </h3>
      {failed && (
        <Alert
          action={
            <Button size="small" onClick={reload}>
              {t('common.retry')}
            </Button>
          }
        >
          {t('summary.failed')}
        </Alert>
      )}
      {newest && <Facts summary={newest} />}
      {earlier.map((summary) => (
        <details key={summary.beganAt} className={styles.earlier}>
          <summary>
            {t('summary.earlier')}: <Ending summary={summary} />
          </summary>
          <Facts summary={summary} />
        </details>
      ))}
    </section>
  );
}

function Facts({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { messages, topics, firstResponseMs, agent } = summary;
  const took = Date.parse(summary.endedAt) - Date.parse(summary.beganAt);
  return (
    <div className={styles.summary}>
      {topics.length > 0 && (
        <ul className={styles.topics} aria-label={t('summary.topics')}>
          {topics.map((topic) => (
            <li key={topic} dir="auto">
              {topic}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        <Fact term={t(`summary.${summary.outcome}`)}>
          <Ending summary={summary} />
        </Fact>
        {agent && (
          <Fact term={t('summary.agent')}>
            <bdi>{agent.name}</bdi>
          </Fact>
        )}
        <Fact term={t('summary.duration')}>{duration(locale, Math.max(0, took))}</Fact>
        <Fact term={t('summary.firstResponse')}>
          {firstResponseMs === undefined ? t('summary.unanswered') : duration(locale, firstResponseMs)}
        </Fact>
        <Fact term={t('summary.messages')}>
          {t(messages.bot > 0 ? 'summary.counts' : 'summary.countsNoBot', { ...messages })}
        </Fact>
      </dl>
    </div>
  );
}

/** When it ended and by whom. */
function Ending({ summary: { endedAt, endedBy } }: { summary: Summary }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      <time dateTime={endedAt} title={full(locale, endedAt)}>
        {longDate(locale, endedAt)}
      </time>{' '}
      {t('summary.by', { name: endedBy.name })}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
