import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { adopt } from '../loader/dom';
import type { Mount } from '../settings';
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

export const mount: Mount = async (shell) => {
  const spoken = await language(shell.options.locale);
  const visit = new Visit(shell, () => import('./talk'));
  const surroundings: Surroundings = { ...spoken, visit, close: shell.close };
  adopt(shell.root, css);
  shell.frame.lang = spoken.locale;
  render(
    <Context.Provider value={surroundings}>
      <App />
    </Context.Provider>,
    shell.frame,
  );
  return { shown: (visible) => visit.shown(visible) };
};
