import type { KeptGuest } from '@parlor/client';
import { Download, UserSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { longDate } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { EraseDialog } from './EraseDialog';
import { Erasures } from './Erasures';
import styles from './Guests.module.css';
import { useErasures } from './useErasures';
import { useGuests } from './useGuests';

/** What a guest may ask for: everything that is kept of it, and that it is erased. */
export default function GuestsScreen() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<KeptGuest>();
  const { phase, guests, next, loadMore, reload } = useGuests(words);
  const erasing = useErasures();

  const begun = () => {
    setChosen(undefined);
    reload();
    erasing.reload();
  };
  return (
    <section className={styles.screen} aria-labelledby="guests-title">
      <div className={styles.page}>
        <header>
          <h1 id="guests-title" className={styles.title}>
            {t('guests.title')}
          </h1>
          <p className={styles.lead}>{t('guests.lead')}</p>
        </header>
        <input
          type="search"
          className={styles.search}
          aria-label={t('guests.search')}
          placeholder={t('guests.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {phase === 'loading' && <ListSkeleton rows={5} />}
        {phase === 'failed' && (
          <Empty title={t('guests.failed')} action={<Button onClick={reload}>{t('common.retry')}</Button>} />
        )}
        {phase === 'ready' && guests.length === 0 && (
          <Empty icon={<UserSearch />} title={t(words.trim() ? 'guests.nobodyFound' : 'guests.nobody')} />
        )}
        {guests.length > 0 && (
          <ul className={styles.list}>
            {guests.map((guest) => (
              <Guest key={guest.id} guest={guest} onErase={() => setChosen(guest)} />
            ))}
          </ul>
        )}
        {next && (
          <Button className={styles.more ?? ''} onClick={loadMore}>
            {t('common.more')}
          </Button>
        )}
        <Erasures erasures={erasing.erasures} failed={erasing.failed} onRetry={erasing.reload} />
      </div>
      {chosen && <EraseDialog guest={chosen} onClose={() => setChosen(undefined)} onBegun={begun} />}
    </section>
  );
}

function Guest({ guest, onErase }: { guest: KeptGuest; onErase: () => void }) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const locale = useLocale();
  const { id, name, email, phone, registeredAt } = guest;
  return (
    <li className={styles.guest}>
      <Avatar name={name} />
      <span className={styles.who}>
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.hint}>
          {[email, phone].filter(Boolean).map((contact) => (
            <span key={contact}>
              <bdi>{contact}</bdi> ·{' '}
            </span>
          ))}
          {t('guests.since', { date: longDate(locale, registeredAt) })}
        </span>
      </span>
      <a
        className={styles.export}
        href={api.exportUrl(id)}
        download
        aria-label={t('guests.exportOf', { name })}
      >
        <Download size={14} aria-hidden="true" />
        {t('guests.export')}
      </a>
      <Button size="small" variant="quiet" aria-label={t('guests.eraseOf', { name })} onClick={onErase}>
        {t('guests.erase')}
      </Button>
    </li>
  );
}
