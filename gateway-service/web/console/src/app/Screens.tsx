import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useDesk } from '../desk/context';
import { isView } from '../desk/views';
import { InboxScreen } from '../inbox/InboxScreen';
import { isAdministrator, isSupervisor } from '../session/account';
import { ListSkeleton } from '../ui/Skeleton';

const SettingsScreen = lazy(() => import('../personal/SettingsScreen'));
const GuestsScreen = lazy(() => import('../guests/GuestsScreen'));
const IntegrationsScreen = lazy(() => import('../integrations/IntegrationsScreen'));
const LinkPatternsScreen = lazy(() => import('../links/LinkPatternsScreen'));
const PeopleScreen = lazy(() => import('../people/PeopleScreen'));
const ReportsScreen = lazy(() => import('../reports/ReportsScreen'));
const RetentionScreen = lazy(() => import('../retention/RetentionScreen'));
const RepliesScreen = lazy(() => import('../replies/RepliesScreen'));
const TagsScreen = lazy(() => import('../tags/TagsScreen'));
const RoutingScreen = lazy(() => import('../routing/RoutingScreen'));
const WidgetScreen = lazy(() => import('../widget/WidgetScreen'));

/** The screen the address names, for those who may see it. */
export function Screens({ onNewRoom }: { onNewRoom: () => void }) {
  const { account } = useDesk();
  const administrator = isAdministrator(account);
  return (
    <Suspense fallback={<ListSkeleton />}>
      <Switch>
        <Route path="/settings">
          <SettingsScreen />
        </Route>
        <Route path="/people">{administrator ? <PeopleScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/reports">{isSupervisor(account) ? <ReportsScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/replies">
          <RepliesScreen />
        </Route>
        <Route path="/guests">{administrator ? <GuestsScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/crm">{administrator ? <LinkPatternsScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/routing">{administrator ? <RoutingScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/retention">{administrator ? <RetentionScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/tags">{administrator ? <TagsScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/integrations">{administrator ? <IntegrationsScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/widget">{administrator ? <WidgetScreen /> : <Redirect to="/mine" />}</Route>
        <Route path="/:view/:room?">
          {({ view, room }) =>
            isView(view) ? (
              <InboxScreen view={view} room={room} onNewRoom={onNewRoom} />
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
  );
}
