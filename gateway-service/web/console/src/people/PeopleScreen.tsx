import type { Account, Availability, IssuedLink } from '@parlor/client';
import { MailPlus, Plus, UserSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, usePresence } from '../desk/context';
import { useAccounts } from '../team/useAccounts';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';
import { LinkDialog } from './LinkDialog';
import { NewAccountDialog } from './NewAccountDialog';
import { PersonMenu } from './PersonMenu';
import styles from './PeopleScreen.module.css';
import { useInvitations } from './useInvitations';

/** The colleagues who can sign in. */
export default function PeopleScreen() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<'add' | 'invite'>();
  const [issued, setIssued] = useState<IssuedLink>();
  const invited = useInvitations();
  const { phase, accounts, next, loadMore, reload } = useAccounts(words);
  const presence = usePresence(accounts.map(({ id }) => id));

  const close = () => setOpen(undefined);
  const show = (link: IssuedLink) => {
    close();
    setIssued(link);
    invited.reload();
  };
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
          <Button icon={<Plus size={16} />} onClick={() => setOpen('add')}>
            {t('people.add')}
          </Button>
          <Button variant="primary" icon={<MailPlus size={16} />} onClick={() => setOpen('invite')}>
            {t('people.invite')}
          </Button>
        </header>
        <Invitations
          invitations={invited.invitations}
          failed={invited.failed}
          onChanged={invited.reload}
          onLink={show}
        />
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
              <Person
                key={account.id}
                account={account}
                presence={presence[account.id]?.status ?? 'offline'}
                onChanged={reload}
                onLink={show}
              />
            ))}
          </ul>
        )}
        {next && (
          <Button className={styles.more ?? ''} onClick={loadMore}>
            {t('common.more')}
          </Button>
        )}
      </div>
      {open === 'add' && <NewAccountDialog onClose={close} onCreated={reload} />}
      {open === 'invite' && <InviteDialog onClose={close} onInvited={show} />}
      {issued && <LinkDialog issued={issued} onClose={() => setIssued(undefined)} />}
    </section>
  );
}

type PersonProps = {
  account: Account;
  presence: Availability;
  onChanged: () => void;
  onLink: (issued: IssuedLink) => void;
};

function Person({ account, presence, onChanged, onLink }: PersonProps) {
  const { t } = useTranslation();
  const { account: self } = useDesk();
  return (
    <li className={styles.person} data-disabled={account.disabled || undefined}>
      <Avatar name={account.name} presence={presence} />
      <span className={styles.who}>
        <span className={styles.name}>
          <bdi>{account.id === self.id ? t('details.you', { name: account.name }) : account.name}</bdi>
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
      {account.id !== self.id && <PersonMenu account={account} onChanged={onChanged} onLink={onLink} />}
    </li>
  );
}
