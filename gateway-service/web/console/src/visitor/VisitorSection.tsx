import type { InboxRoom, Visitor } from '@parlor/client';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { full, longDate } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { Button } from '../ui/Button';
import { Alert } from '../ui/Notice';
import { StatusPill } from '../ui/StatusPill';
import { Attributes } from './Attributes';
import { Fact } from './Fact';
import { Pages } from './Pages';
import { Surroundings } from './Surroundings';
import { useVisitor } from './useVisitor';
import styles from './Visitor.module.css';

/** Who visits: contact, what the website says, where somebody is and with what, and what was talked about before. */
export function VisitorSection({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  const title = useId();
  const { visitor, failed, reload } = useVisitor(room);
  return (
    <section aria-labelledby={title} aria-busy={!visitor && !failed}>
      <h3 id={title} className={styles.heading}>
        {t('visitor.title')}
      </h3>
      {failed && (
        <Alert
          action={
            <Button size="small" onClick={reload}>
              {t('common.retry')}
            </Button>
          }
        >
          {t(visitor ? 'visitor.stale' : 'visitor.failed')}
        </Alert>
      )}
      {!visitor && !failed && (
        <p className={styles.quiet} role="status">
          {t('common.loading')}
        </p>
      )}
      {visitor && (
        <div className={styles.parts}>
          <Contact visitor={visitor} />
          <Attributes attributes={visitor.attributes} />
          <Pages pages={visitor.pages} />
          <Others visitor={visitor} room={room} />
        </div>
      )}
    </section>
  );
}

function Contact({ visitor }: { visitor: Visitor }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { name, email, phone, verified, firstSeen } = visitor;
  return (
    <div>
      <dl className={styles.facts}>
        <Fact term={t('visitor.name')} verified={verified.includes('name')}>
          <bdi>{name}</bdi>
        </Fact>
        {email && (
          <Fact term={t('visitor.email')} verified={verified.includes('email')}>
            <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>
              <bdi dir="ltr">{email}</bdi>
            </a>
          </Fact>
        )}
        {phone && (
          <Fact term={t('visitor.phone')} verified={verified.includes('phone')}>
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              <bdi dir="ltr">{phone}</bdi>
            </a>
          </Fact>
        )}
        <Fact term={t('visitor.firstSeen')}>
          <time dateTime={firstSeen} title={full(locale, firstSeen)}>
            {longDate(locale, firstSeen)}
          </time>
        </Fact>
        <Surroundings visitor={visitor} />
      </dl>
      {verified.length === 0 && <p className={styles.claim}>{t('visitor.unsigned')}</p>}
    </div>
  );
}

function Others({ visitor, room }: { visitor: Visitor; room: InboxRoom }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const title = useId();
  const others = visitor.conversations.filter(({ id }) => id !== room.id);
  return (
    <section aria-labelledby={title}>
      <h4 id={title} className={styles.heading}>
        {t('visitor.conversations')}
      </h4>
      {others.length === 0 && <p className={styles.quiet}>{t('visitor.first')}</p>}
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map(({ id, status, createdAt }) => (
            <li key={id}>
              <Link href={`/all/${id}`} className={styles.row}>
                <time dateTime={createdAt}>{longDate(locale, createdAt)}</time>
                <StatusPill status={status} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
