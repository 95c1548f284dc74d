import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import { useLocale } from '../i18n/useLocale';
import type { Somewhere } from './places';
import styles from './Navigation.module.css';

/** One place of the navigation, with what is new there. */
export function PlaceLink({ place, badge }: { place: Somewhere; badge: number }) {
  const { to, icon: Icon, counts } = place;
  const { t } = useTranslation();
  const locale = useLocale();
  const [here] = useRoute(`/${to}/*?`);
  const tone = counts === 'queue' ? 'waiting' : counts === 'mentions' ? 'mentioned' : 'unread';
  return (
    <li>
      <Link
        href={`/${to}`}
        className={styles.link}
        aria-current={here ? 'page' : undefined}
        title={t(`view.${to}`)}
        data-view={to}
      >
        <Icon size={18} />
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
