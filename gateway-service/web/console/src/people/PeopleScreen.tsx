import { Plus, UserSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, usePresence } from '../desk/context';
import { useAccounts } from '../team/useAccounts';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { NewAccountDialog } from './NewAccountDialog';
import styles from './PeopleScreen.module.css';

/** The colleagues who can sign in. */
export default function PeopleScreen() {
  const { t } = useTranslation();
  const { account: self } = useDesk();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const { phase, accounts, next, loadMore, reload } = useAccounts(words);
  const presence = usePresence(accounts.map(({ id }) => id));

  return (
    <section className={styles.screen} aria-labelledby="people-title">
      <div className={styles.page}>
        <header className={styles.header}>
          <div className={styles.heading}>
            <h1 id="people-title" className={styles.title}>
              {t('people.title')}
            </h1>
            <p className={styles.lead}>{t('people.lead')}</p>
          </div>
          <Button variant="primary" icon={<Plus size={16} />} onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        </header>
        <input
          type="search"
          className={styles.search}
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {phase === 'loading' && <ListSkeleton rows={5} />}
        {phase === 'failed' && (
          <Empty title={t('people.failed')} action={<Button onClick={reload}>{t('common.retry')}</Button>} />
        )}
        {phase === 'ready' && accounts.length === 0 && (
          <Empty icon={<UserSearch />} title={t('people.nobody')} />
        )}
        {accounts.length > 0 && (
          <ul className={styles.list}>
            {accounts.map((account) => (
              <li key={account.id} className={styles.person} data-disabled={account.disabled || undefined}>
                <Avatar name={account.name} presence={presence[account.id]?.status ?? 'offline'} />
                <span className={styles.who}>
                  <span className={styles.name}>
                    <bdi>
                      {account.id === self.id ? t('details.you', { name: account.name }) : account.name}
                    </bdi>
                  </span>
                  <span className={styles.email}>
                    <bdi>{account.email}</bdi>
                  </span>
                </span>
                <span className={styles.roles}>
                  {account.disabled && <span className={styles.role}>{t('people.disabled')}</span>}
                  {account.roles.map((role) => (
                    <span key={role} className={styles.role}>
                      {t(`role.${role}`)}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        )}
        {next && (
          <Button className={styles.more ?? ''} onClick={loadMore}>
            {t('common.more')}
          </Button>
        )}
      </div>
      {adding && <NewAccountDialog onClose={() => setAdding(false)} onCreated={reload} />}
    </section>
  );
}
