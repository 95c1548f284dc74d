import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Menu, MenuItem } from '../ui/Menu';
import type { Somewhere } from './places';
import styles from './Navigation.module.css';

/** The places for which there is no room. Where one is, its icon stands in place of the dots. */
export function MorePlaces({ places }: { places: readonly Somewhere[] }) {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  const here = places.find(({ to }) => location.split('/')[1] === to);
  const Icon = here?.icon ?? Ellipsis;
  const label = here ? t('shell.moreHere', { place: t(`view.${here.to}`) }) : t('shell.more');
  return (
    <li>
      <Menu
        side="top"
        trigger={
          <button
            type="button"
            className={styles.link}
            aria-label={label}
            title={label}
            data-here={here ? true : undefined}
          >
            <Icon size={18} />
          </button>
        }
      >
        {places.map(({ to, icon: Each }) => (
          <MenuItem key={to} icon={<Each size={16} />} onSelect={() => navigate(`/${to}`)}>
            {t(`view.${to}`)}
          </MenuItem>
        ))}
      </Menu>
    </li>
  );
}
