import {
  CircleDashed,
  Contact,
  Inbox,
  Layers,
  ListOrdered,
  MessagesSquare,
  Palette,
  Users,
  Zap,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { Link, useRoute } from 'wouter';
import { useDesk } from '../desk/context';
import { useCounts } from '../desk/counts';
import { PersonalMenu } from '../personal/PersonalMenu';
import { isAdministrator } from '../session/account';
import { Logo } from '../ui/Logo';
import styles from './Navigation.module.css';

export function Navigation({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation();
  const { account } = useDesk();
  const counts = useCounts();
  return (
    <nav className={styles.nav} aria-label={t('shell.navigation')}>
      <div className={styles.logo}>
        <Logo />
      </div>
      <ul className={styles.links}>
        <Item to="queue" icon={<ListOrdered size={18} />} badge={counts.queue} tone="waiting" />
        <Item to="mine" icon={<Inbox size={18} />} badge={counts.mine} tone="unread" />
        <Item to="unassigned" icon={<CircleDashed size={18} />} />
        <Item to="all" icon={<Layers size={18} />} />
        <li className={styles.heading} aria-hidden="true">
          {t('shell.workspace')}
        </li>
        <Item to="team" icon={<MessagesSquare size={18} />} badge={counts.team} tone="unread" />
        <Item to="replies" icon={<Zap size={18} />} />
        {isAdministrator(account) && <Item to="people" icon={<Users size={18} />} />}
        {isAdministrator(account) && <Item to="widget" icon={<Palette size={18} />} />}
        {isAdministrator(account) && <Item to="crm" icon={<Contact size={18} />} />}
      </ul>
      <PersonalMenu onShortcuts={onShortcuts} />
    </nav>
  );
}

type ItemProps = {
  to: 'queue' | 'mine' | 'unassigned' | 'all' | 'team' | 'replies' | 'people' | 'widget' | 'crm';
  icon: ReactNode;
  badge?: number;
  tone?: 'waiting' | 'unread';
};

function Item({ to, icon, badge = 0, tone = 'unread' }: ItemProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [here] = useRoute(`/${to}/*?`);
  return (
    <li>
      <Link
        href={`/${to}`}
        className={styles.link}
        aria-current={here ? 'page' : undefined}
        title={t(`view.${to}`)}
        data-view={to}
      >
        {icon}
        <span className={styles.label}>{t(`view.${to}`)}</span>
        {badge > 0 && (
          <span className={styles.badge} data-tone={tone}>
            <span aria-hidden="true">{new Intl.NumberFormat(locale).format(badge)}</span>
            <span className="visually-hidden">{t(`shell.${tone}`, { count: badge })}</span>
          </span>
        )}
      </Link>
    </li>
  );
}
