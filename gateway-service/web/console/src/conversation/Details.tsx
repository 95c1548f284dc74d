import type { Account, InboxRoom } from '@parlor/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { usePresence } from '../desk/context';
import { elapsed, full, longDate } from '../i18n/times';
import { useNow } from '../i18n/useNow';
import { VisitorSection } from '../visitor/VisitorSection';
import { TagsSection } from '../tags/TagsSection';
import { RatingSection } from '../rating/RatingSection';
import { SummarySection } from '../summary/SummarySection';
import { LinksSection } from '../links/LinksSection';
import { HoldSection } from '../retention/HoldSection';
import { Avatar } from '../ui/Avatar';
import { StatusPill } from '../ui/StatusPill';
import { TranscriptButton } from './TranscriptButton';
import styles from './Details.module.css';

/** What is known about the guest or the room, and who is in it. */
export function Details({ room, account }: { room: InboxRoom; account: Account }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const presence = usePresence(room.members.map(({ id }) => id));
  return (
    <div className={styles.details}>
      <div className={styles.head}>
        <Avatar name={room.name} size="large" />
        <h2 className={styles.name}>
          <bdi>{room.name}</bdi>
        </h2>
        <p className={styles.kind}>{t(`kind.${room.kind}`)}</p>
      </div>
      <dl className={styles.facts}>
        {room.status && (
          <Fact term={t('details.status')}>
            <StatusPill status={room.status} />
          </Fact>
        )}
        {room.kind === 'guest' && (
          <Fact term={t('details.assignee')}>{room.assignee?.name ?? t('details.nobody')}</Fact>
        )}
        {room.status === 'queued' && room.queuedAt && (
          <Fact term={t('details.waiting')}>{elapsed(locale, room.queuedAt, now)}</Fact>
        )}
        <Fact term={t(room.kind === 'guest' ? 'details.since' : 'details.created')}>
          <time dateTime={room.createdAt} title={full(locale, room.createdAt)}>
            {longDate(locale, room.createdAt)}
          </time>
        </Fact>
        {room.messages !== undefined && (
          <Fact term={t('details.messages')}>{new Intl.NumberFormat(locale).format(room.messages)}</Fact>
        )}
      </dl>
      {room.kind === 'guest' && <VisitorSection room={room} />}
      {room.kind === 'guest' && <TagsSection room={room} />}
      <RatingSection room={room} />
      {room.kind === 'guest' && <SummarySection room={room} />}
      {room.kind === 'guest' && <TranscriptButton room={room} />}
      {room.kind === 'guest' && <LinksSection room={room} />}
      <HoldSection room={room} account={account} />
      <section aria-labelledby="details-members">
        <h3 id="details-members" className={styles.heading}>
          {t('details.members')}
        </h3>
        <ul className={styles.members}>
          {room.members.map((member) => {
            const status = presence[member.id]?.status;
            return (
              <li key={member.id} className={styles.member}>
                <Avatar
                  name={member.name}
                  kind={member.kind}
                  size="small"
                  {...(status ? { presence: status } : {})}
                />
                <span className={styles.memberName}>
                  <bdi>
                    {member.id === account.id ? t('details.you', { name: member.name }) : member.name}
                  </bdi>
                </span>
                <span className={styles.role}>{t(`memberRole.${member.role}`)}</span>
                {status && <span className="visually-hidden">{t(`presence.${status}`)}</span>}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
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
