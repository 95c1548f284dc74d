import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { adopt } from '../loader/dom';
import type { Mount, Told } from '../settings';
import { Context, type Surroundings, useStore, useSurroundings } from './context';
import { StartForm } from './form';
import { language } from './i18n';
import css from './styles/panel.css?inline';
import { Visit } from './visit';
import { Loading, Welcome } from './welcome';

function App() {
  const { visit } = useSurroundings();
  const { view, visible } = useStore(visit);
  const Screen = visit.live?.Screen;
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (visible && view !== 'form') panel.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
  }, [visible, view, Screen]);
  return (
    <div class="panel" ref={panel}>
      {view === 'welcome' && <Welcome />}
      {view === 'form' && <StartForm />}
      {view === 'conversation' && (Screen ? <Screen /> : <Loading />)}
    </div>
  );
}

const LOST = { problem: 'unreachable' };

export const mount: Mount = async (shell) => {
  const come = shell.options.secret
    ? await import('./comeback').then(({ comeBack }) => comeBack(shell.options)).catch(() => LOST)
    : {};
  const visit = new Visit(shell, () => import('./talk'), come);
  adopt(shell.root, css);
  const speak = async (wish: string): Promise<void> => {
    const spoken = await language(wish);
    const surroundings: Surroundings = { ...spoken, visit, close: shell.close };
    shell.frame.lang = spoken.locale;
    render(
      <Context.Provider value={surroundings}>
        <App />
      </Context.Provider>,
      shell.frame,
    );
  };
  await speak(shell.options.locale);
  const told = async (said: Told): Promise<void> => {
    if (!said.user && !said.attributes) return;
    await import('./told').then(
      ({ hear }) => hear(visit, shell, said),
      () => said.user && visit.change({ view: 'welcome', problem: 'unreachable' }),
    );
  };
  void told(shell.told);
  return {
    shown: (visible) => visit.shown(visible),
    told,
    speak,
    reset: () => visit.reset(),
  };
};
