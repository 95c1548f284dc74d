import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useCounts } from '../desk/counts';
import { PersonalMenu } from '../personal/PersonalMenu';
import { Logo } from '../ui/Logo';
import { useMedia } from '../ui/useMedia';
import { MorePlaces } from './MorePlaces';
import { PlaceLink } from './PlaceLink';
import { placesFor, type Somewhere } from './places';
import styles from './Navigation.module.css';

/** As in the styles: from here on the navigation lies at the bottom, with room for few. */
const NARROW = '(width < 45rem)';

export function Navigation({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation();
  const { account } = useDesk();
  const [conversations, workspace] = placesFor(account);
  const all = [...conversations, ...workspace];
  const numbers = useCounts();
  const link = (place: Somewhere) => (
    <PlaceLink key={place.to} place={place} badge={place.counts ? numbers[place.counts] : 0} />
  );
  return (
    <nav className={styles.nav} aria-label={t('shell.navigation')}>
      <div className={styles.logo}>
        <Logo />
      </div>
      {useMedia(NARROW) ? (
        <ul className={styles.links}>
          {all.filter(({ first }) => first).map(link)}
          <MorePlaces places={all.filter(({ first }) => !first)} />
        </ul>
      ) : (
        <ul className={styles.links}>
          {conversations.map(link)}
          <li className={styles.heading} aria-hidden="true">
            {t('shell.workspace')}
          </li>
          {workspace.map(link)}
        </ul>
      )}
      <PersonalMenu onShortcuts={onShortcuts} />
    </nav>
  );
}
