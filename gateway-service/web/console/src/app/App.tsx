import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Toast } from '@base-ui/react/toast';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { SessionGate } from '../session/SessionGate';
import { Toasts } from '../ui/Toasts';
import { Shell } from './Shell';

const LinkScreen = lazy(() => import('../link/LinkScreen'));

/** Where links that work once lead to; nobody has to be signed in there. */
const LINKS = ['/invitation', '/password'];

export function App() {
  const { i18n } = useTranslation();
  return (
    <DirectionProvider direction={i18n.dir()}>
      <Toast.Provider timeout={6000}>
        <Router base="/console">
          <Switch>
            {LINKS.map((path) => (
              <Route key={path} path={path}>
                <Suspense>
                  <LinkScreen />
                </Suspense>
              </Route>
            ))}
            <Route>
              <SessionGate>
                <Shell />
              </SessionGate>
            </Route>
          </Switch>
        </Router>
        <Toasts />
      </Toast.Provider>
    </DirectionProvider>
  );
}
