import type { Account, Availability, InboxRoom, Viewer } from '@parlor/client';
import { ArrowLeft, Ellipsis, PanelRight, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { usePresence } from '../desk/context';
import { Avatar } from '../ui/Avatar';
import { Button, IconButton } from '../ui/Button';
import { Menu, MenuItem } from '../ui/Menu';
import { StatusPill } from '../ui/StatusPill';
import { ActionIcon } from './ActionIcon';
import { actionsFor, type Action } from './rights';
import styles from './Header.module.css';
import { ViewersHere } from './ViewersHere';

export type HeaderProps = {
  room: InboxRoom;
  account: Account;
  back: string;
  busy: Action | undefined;
  onAction: (action: Action) => void;
  viewers: readonly Viewer[];
  details: boolean;
  onDetails: () => void;
  searching: boolean;
  onSearch: () => void;
};

/** Who this is, how it stands, and what to do next. */
export function Header({
  room,
  account,
  back,
  busy,
  onAction,
  viewers,
  details,
  onDetails,
  searching,
  onSearch,
}: HeaderProps) {
  const { t } = useTranslation();
  const other = partnerOf(room, account);
  const presence = usePresence(other ? [other] : [])[other ?? '']?.status;
  return (
    <header className={styles.header}>
      <Link href={back} className={styles.back} aria-label={t('common.back')}>
        <ArrowLeft size={18} />
      </Link>
      <Avatar name={room.name} {...(presence ? { presence } : {})} />
      <div className={styles.who}>
        <h1 className={styles.name}>
          <bdi>{room.name}</bdi>
        </h1>
        <Standing room={room} account={account} presence={presence} />
      </div>
      <ViewersHere others={viewers} />
      <Actions room={room} account={account} busy={busy} onAction={onAction} />
      <IconButton label={t('search.here')} aria-pressed={searching} onClick={onSearch}>
        <Search size={18} />
      </IconButton>
      <IconButton label={t('header.details')} aria-pressed={details} onClick={onDetails}>
        <PanelRight size={18} className="flips" />
      </IconButton>
    </header>
  );
}

/** Whose presence matters here. */
const partnerOf = (room: InboxRoom, account: Account): string | undefined =>
  room.kind === 'direct' ? room.members.find(({ id }) => id !== account.id)?.id : room.guest?.id;

type StandingProps = Pick<HeaderProps, 'room' | 'account'> & { presence: Availability | undefined };

function Standing({ room, account, presence }: StandingProps) {
  const { t } = useTranslation();
  return (
    <p className={styles.standing}>
      {room.status ? <StatusPill status={room.status} /> : <span>{t(`kind.${room.kind}`)}</span>}
      {room.status === 'assigned' && room.assignee && (
        <span className={styles.assignee}>
          <bdi>{room.assignee.id === account.id ? t('header.you') : room.assignee.name}</bdi>
        </span>
      )}
      {presence && <span className={styles.presence}>{t(`presence.${presence}`)}</span>}
    </p>
  );
}

function Actions({
  room,
  account,
  busy,
  onAction,
}: Pick<HeaderProps, 'room' | 'account' | 'busy' | 'onAction'>) {
  const { t } = useTranslation();
  const [next, ...others] = actionsFor(room, account);
  return (
    <>
      {next && (
        <Button
          className={styles.next ?? ''}
          variant={next === 'claim' ? 'primary' : 'plain'}
          busy={busy === next}
          icon={<ActionIcon action={next} />}
          onClick={() => onAction(next)}
        >
          {t(`action.${next}`)}
        </Button>
      )}
      {others.length > 0 && (
        <Menu
          trigger={
            <IconButton label={t('header.more')}>
              <Ellipsis size={18} />
            </IconButton>
          }
        >
          {others.map((action) => (
            <MenuItem
              key={action}
              icon={<ActionIcon action={action} />}
              danger={action === 'close'}
              onSelect={() => onAction(action)}
            >
              {t(`action.${action}`)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
