import type { Visit } from './visit';

/** A page that leads elsewhere at once is not told, and a new one has its title by then. */
const SETTLED_MS = 500;

/** Tells whoever answers on which page the visitor is, as long as the conversation lasts. */
export function tellWhere(visit: Visit): () => void {
  let told: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    const { room } = visit.getSnapshot();
    const page = location.href.split('#')[0];
    if (!room || room.status === 'closed' || document.hidden || page === told) return;
    told = page;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const where = { page, title: document.title, locale: navigator.language, zone: timeZone };
    // What did not arrive is told with the next change.
    visit.http.request('PUT', '/guests/me/visit', where).catch(() => (told = undefined));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED_MS);
  };

  const stop = visit.subscribe(soon);
  // Pages that change without being loaded; where browsers do not say so, going back still does.
  const navigation = Reflect.get(window, 'navigation') as EventTarget | undefined;
  const heard: [EventTarget | undefined, string][] = [
    [navigation, 'currententrychange'],
    [window, 'popstate'],
    [document, 'visibilitychange'],
  ];
  for (const [target, event] of heard) target?.addEventListener(event, soon);
  soon();
  return () => {
    clearTimeout(timer);
    stop();
    for (const [target, event] of heard) target?.removeEventListener(event, soon);
  };
}
