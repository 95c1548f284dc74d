import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Toast } from '@base-ui/react/toast';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import { SessionGate } from '../session/SessionGate';
import { Toasts } from '../ui/Toasts';
import { Shell } from './Shell';

export function App() {
  const { i18n } = useTranslation();
  return (
    <DirectionProvider direction={i18n.dir()}>
      <Toast.Provider timeout={6000}>
        <Router base="/console">
          <SessionGate>
            <Shell />
          </SessionGate>
        </Router>
        <Toasts />
      </Toast.Provider>
    </DirectionProvider>
  );
}
