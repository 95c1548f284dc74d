import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useAlerts } from '../alerts/useAlerts';
import { useDesk } from '../desk/context';
import { useCountedRooms, useCounts } from '../desk/counts';
import { isView } from '../desk/views';
import { InboxScreen } from '../inbox/InboxScreen';
import { isAdministrator } from '../session/account';
import { NewRoomDialog } from '../team/NewRoomDialog';
import { ListSkeleton } from '../ui/Skeleton';
import { Banner } from './Banner';
import { Navigation } from './Navigation';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useKeyMemory, useShortcuts } from './shortcuts';
import styles from './Shell.module.css';

const SettingsScreen = lazy(() => import('../personal/SettingsScreen'));
const LinkPatternsScreen = lazy(() => import('../links/LinkPatternsScreen'));
const PeopleScreen = lazy(() => import('../people/PeopleScreen'));
const RepliesScreen = lazy(() => import('../replies/RepliesScreen'));
const WidgetScreen = lazy(() => import('../widget/WidgetScreen'));

type Window = 'shortcuts' | 'new-room';

/** The frame around every screen: navigation, connection, and the windows that open from anywhere. */
export function Shell() {
  const { t } = useTranslation();
  const { account } = useDesk();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<Window>();
  const close = useCallback(() => setOpen(undefined), []);
  useCountedRooms();
  useTitle();
  useAlerts();
  useKeyMemory();
  useShortcuts({
    '?': () => setOpen('shortcuts'),
    c: () => setOpen('new-room'),
    'g q': () => navigate('/queue'),
    'g m': () => navigate('/mine'),
    'g u': () => navigate('/unassigned'),
    'g a': () => navigate('/all'),
    'g t': () => navigate('/team'),
    'g s': () => navigate('/settings'),
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
          <Suspense fallback={<ListSkeleton />}>
            <Switch>
              <Route path="/settings">
                <SettingsScreen />
              </Route>
              <Route path="/people">
                {isAdministrator(account) ? <PeopleScreen /> : <Redirect to="/mine" />}
              </Route>
              <Route path="/replies">
                <RepliesScreen />
              </Route>
              <Route path="/crm">
                {isAdministrator(account) ? <LinkPatternsScreen /> : <Redirect to="/mine" />}
              </Route>
              <Route path="/widget">
                {isAdministrator(account) ? <WidgetScreen /> : <Redirect to="/mine" />}
              </Route>
              <Route path="/:view/:room?">
                {({ view, room }) =>
                  isView(view) ? (
                    <InboxScreen view={view} room={room} onNewRoom={() => setOpen('new-room')} />
                  ) : (
                    <Redirect to="/mine" replace />
                  )
                }
              </Route>
              <Route>
                <Redirect to="/mine" replace />
              </Route>
            </Switch>
          </Suspense>
        </main>
      </div>
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
