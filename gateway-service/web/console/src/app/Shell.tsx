import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAlerts } from '../alerts/useAlerts';
import { useCountedRooms, useCounts } from '../desk/counts';
import { NewRoomDialog } from '../team/NewRoomDialog';
import { Banner } from './Banner';
import { Navigation } from './Navigation';
import { Screens } from './Screens';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useKeyMemory, useShortcuts } from './shortcuts';
import styles from './Shell.module.css';

const Palette = lazy(() => import('../palette/Palette'));

type Window = 'palette' | 'shortcuts' | 'new-room';

/** The frame around every screen: navigation, connection, and the windows that open from anywhere. */
export function Shell() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<Window>();
  const close = useCallback(() => setOpen(undefined), []);
  useCountedRooms();
  useTitle();
  useAlerts();
  useKeyMemory();
  useShortcuts({
    palette: () => setOpen('palette'),
    overview: () => setOpen('shortcuts'),
    newRoom: () => setOpen('new-room'),
    queue: () => navigate('/queue'),
    mine: () => navigate('/mine'),
    mentions: () => navigate('/mentions'),
    snoozed: () => navigate('/snoozed'),
    unassigned: () => navigate('/unassigned'),
    all: () => navigate('/all'),
    ended: () => navigate('/ended'),
    team: () => navigate('/team'),
    settings: () => navigate('/settings'),
  });

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <Navigation onShortcuts={() => setOpen('shortcuts')} />
      <div className={styles.stage}>
        <Banner />
        <main id="main" className={styles.main} tabIndex={-1}>
          <Screens onNewRoom={() => setOpen('new-room')} />
        </main>
      </div>
      {open === 'palette' && (
        <Suspense>
          <Palette
            onClose={close}
            onNewRoom={() => setOpen('new-room')}
            onShortcuts={() => setOpen('shortcuts')}
          />
        </Suspense>
      )}
      {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {open === 'new-room' && <NewRoomDialog onClose={close} />}
    </div>
  );
}

/** The page's title counts what is unread, so that a tab in the background can be seen. */
function useTitle(): void {
  const { mine, team } = useCounts();
  const unread = mine + team;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Parlor` : 'Parlor';
  }, [unread]);
}
