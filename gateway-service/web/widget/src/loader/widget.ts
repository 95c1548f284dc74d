import { isColor, palette } from '../color';
import { type Mount, openKey, type PageOptions, type Panel, type Settings, visitKey } from '../settings';
import type { Theme, WidgetEvent } from '../settings';
import { adopt, element, icon } from './dom';
import css from './loader.css?inline';
import { followTheme } from './theme';

const RTL = /^(ar|fa|he|ur|ps|sd|ckb|yi|dv)\b/i;
const OOPS_MS = 6_000;
const FULL_SCREEN = '(width <= 480px)';

type Words = readonly [open: string, close: string, unread: string, oops: string];

const ENGLISH: Words = ['Open chat', 'Close chat', 'unread', 'The chat could not be loaded. Try again.'];
const WORDS: Record<string, Words> = {
  de: ['Chat öffnen', 'Chat schließen', 'ungelesen', 'Der Chat lädt nicht. Versuchen Sie es noch einmal.'],
  ar: ['فتح المحادثة', 'إغلاق المحادثة', 'غير مقروءة', 'تعذّر تحميل المحادثة. حاول مرة أخرى.'],
};

type Listener = (detail?: unknown) => void;

/** The bubble, the empty frame of the panel, and what opens and closes it. The panel itself comes when needed. */
export class Widget {
  readonly #options: PageOptions;
  readonly #load: () => Promise<Mount>;
  readonly #host = document.createElement('parlor-widget');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #label = element('span', { class: 'label' });
  readonly #badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: '' });
  readonly #bubble = element('button', { class: 'bubble', type: 'button', 'aria-expanded': 'false' });
  readonly #frame = element('div', { class: 'frame', role: 'dialog', tabindex: '-1', inert: '' });
  readonly #theme = followTheme((dark) => this.#host.toggleAttribute('data-dark', dark));
  readonly #listeners: Partial<Record<WidgetEvent, Set<Listener>>> = {};
  readonly #oops = element('div', { class: 'oops', role: 'alert', hidden: '' });
  readonly #words: Words;
  #settings: Settings = {};
  #panel: Promise<Panel | undefined> | undefined;
  #open = false;
  #unread = 0;

  constructor(options: PageOptions, load: () => Promise<Mount>) {
    this.#options = options;
    this.#load = load;
    this.#words = WORDS[options.locale.slice(0, 2).toLowerCase()] ?? ENGLISH;
    adopt(this.#root, css);
    const direction = element('div', { dir: RTL.test(options.locale) ? 'rtl' : 'ltr' });
    direction.append(this.#frame, this.#oops, this.#bubble);
    this.#root.append(direction);
    this.#host.dir = direction.dir;
    this.#bubble.addEventListener('click', () => this.toggle());
  }

  /** Asks for the settings and shows the bubble; a visitor who was here before is connected again. */
  async start(): Promise<void> {
    const settings = await this.#refresh();
    if (settings.enabled === false) return;
    this.#bubble.append(icon(settings.style?.icon ?? 'chat'), icon('down'), this.#label, this.#badge);
    this.#describe();
    document.body.append(this.#host);
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('pointerdown', (event) => this.#outside(event));
    this.emit('ready');
    if (kept(() => sessionStorage.getItem(openKey))) await this.open();
    else if (kept(() => localStorage.getItem(visitKey(this.#options.url)))) await this.#mounted();
  }

  readonly toggle = (): Promise<void> => (this.#open ? this.close() : this.open());

  readonly open = async (): Promise<void> => {
    if (this.#open) return;
    this.#open = true;
    this.#bubble.setAttribute('aria-busy', 'true');
    const panel = await this.#mounted();
    this.#bubble.removeAttribute('aria-busy');
    this.#fail(!panel);
    if (!panel || !this.#open) return void (this.#open = false);
    this.#frame.inert = false;
    // The closed state has to have been laid out once, else there is nothing to fade from.
    void this.#frame.offsetWidth;
    this.#frame.toggleAttribute('data-open', true);
    this.#frame.setAttribute('aria-modal', String(matchMedia(FULL_SCREEN).matches));
    this.#describe();
    kept(() => sessionStorage.setItem(openKey, '1'));
    panel.shown(true);
    this.emit('opened');
  };

  readonly close = async (): Promise<void> => {
    if (!this.#open) return;
    const hadFocus = this.#root.activeElement !== null;
    this.#open = false;
    this.#frame.inert = true;
    this.#frame.toggleAttribute('data-open', false);
    this.#describe();
    if (hadFocus) this.#bubble.focus();
    kept(() => sessionStorage.removeItem(openKey));
    (await this.#panel)?.shown(false);
    this.emit('closed');
  };

  readonly on = (event: WidgetEvent, listener: Listener): void => {
    (this.#listeners[event] ??= new Set()).add(listener);
  };

  readonly off = (event: WidgetEvent, listener: Listener): void => {
    this.#listeners[event]?.delete(listener);
  };

  readonly setTheme = (theme: Theme): void => this.#theme(theme);

  readonly emit = (event: WidgetEvent, detail?: unknown): void => {
    if (event === 'unread') this.#count(detail as number);
    for (const listener of this.#listeners[event] ?? []) listener(detail);
  };

  /** The panel, loaded once; undefined when it could not be, then the next try loads again. */
  #mounted(): Promise<Panel | undefined> {
    return (this.#panel ??= this.#load()
      .then((mount) => mount(this.#shell()))
      .catch(() => (this.#panel = undefined)));
  }

  #shell() {
    const { close, emit } = this;
    const [frame, root, options, settings] = [this.#frame, this.#root, this.#options, this.#settings];
    return {
      frame,
      root,
      options,
      settings,
      close: () => void close(),
      emit,
      refresh: () => this.#refresh(),
    };
  }

  async #refresh(): Promise<Settings> {
    const answer = await fetch(`${this.#options.url}/api/v1/widget`, { credentials: 'omit' }).catch(
      () => undefined,
    );
    if (answer?.ok) this.#settings = (await answer.json().catch(() => ({}))) as Settings;
    this.#dress();
    return this.#settings;
  }

  #dress(): void {
    const { style = {}, brand = {}, texts = {} } = this.#settings;
    const { color, side, theme, label } = this.#options;
    this.#paint([color, brand.buttonColor, brand.primaryColor].find(isColor));
    if (style.zIndex) this.#host.style.setProperty('--parlor-z', String(style.zIndex));
    this.#host.dataset['side'] = side ?? style.side ?? 'end';
    this.#bubble.dataset['shape'] = label ? 'pill' : (style.bubble ?? 'circle');
    this.#label.textContent = label ?? texts.bubble ?? '';
    this.#frame.setAttribute('aria-label', brand.name ?? 'Parlor');
    this.#theme(theme ?? style.theme ?? 'auto');
  }

  /** Styles are set property by property, which the strictest page allows. */
  #paint(color: string | undefined): void {
    if (!color) return;
    for (const [name, value] of Object.entries(palette(color))) this.#host.style.setProperty(name, value);
  }

  #fail(failed: boolean): void {
    this.#oops.hidden = !failed;
    this.#oops.textContent = failed ? this.#words[3] : '';
    if (failed) setTimeout(() => this.#fail(false), OOPS_MS);
  }

  #count(unread: number): void {
    this.#unread = unread;
    this.#badge.hidden = unread === 0;
    this.#badge.textContent = unread > 9 ? '9+' : String(unread);
    this.#describe();
  }

  #describe(): void {
    const [open, close, unread] = this.#words;
    const name = this.#open ? close : this.#label.textContent || open;
    this.#bubble.setAttribute('aria-label', this.#unread ? `${name} (${this.#unread} ${unread})` : name);
    this.#bubble.setAttribute('aria-expanded', String(this.#open));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) void this.close();
  }

  #outside(event: Event): void {
    if (this.#open && !event.composedPath().includes(this.#host)) void this.close();
  }
}

/** Storage may be forbidden; then nothing is remembered, and nothing breaks. */
function kept<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
