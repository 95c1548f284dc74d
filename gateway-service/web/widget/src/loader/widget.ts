import { isColor, palette } from '../color';
import { primary, wished } from '../language';
import type { Mount, PageOptions, Panel, Settings, Theme, Told, WidgetEvent } from '../settings';
import { mutedKey, openKey, visitKey } from '../settings';
import { adopt, element, icon } from './dom';
import { ENGLISH, type Words } from './english';
import { kept } from './kept';
import css from './loader.css?inline';
import { followTheme } from './theme';

const RTL = /^(ar|fa|he|ur|ps|sd|ckb|yi|dv)\b/i;
const OOPS_MS = 6_000;
const FULL_SCREEN = '(width <= 480px)';

/** Where the rest of the code comes from. */
export interface Parts {
  readonly panel: () => Promise<Mount>;
  /** The words of a language; undefined for English, and where there are none. */
  readonly words: (language: string) => Promise<Words | undefined>;
}

type Listener = (detail?: unknown) => void;

/** The bubble, the empty frame of the panel, and what opens and closes it. The panel itself comes when needed. */
export class Widget {
  readonly #parts: Parts;
  readonly #host = document.createElement('parlor-widget');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #label = element('span', { class: 'label' });
  readonly #badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: '' });
  readonly #bubble = element('button', { class: 'bubble', type: 'button', 'aria-expanded': 'false' });
  readonly #frame = element('div', { class: 'frame', role: 'dialog', tabindex: '-1', inert: '' });
  readonly #theme = followTheme((dark) => this.#host.toggleAttribute('data-dark', dark));
  readonly #listeners: Partial<Record<WidgetEvent, Set<Listener>>> = {};
  readonly #oops = element('div', { class: 'oops', role: 'alert', hidden: '' });
  readonly #direction = element('div');
  #options: PageOptions;
  #words = ENGLISH;
  #settings: Settings = {};
  #panel: Promise<Panel | undefined> | undefined;
  #open = false;
  /** What the page asked for since; it wins over everything else. */
  #wanted: Theme | undefined;
  #unread = 0;
  readonly #told: Told = {};

  constructor(options: PageOptions, parts: Parts) {
    this.#options = options;
    this.#parts = parts;
    adopt(this.#root, css);
    this.#direction.append(this.#frame, this.#oops, this.#bubble);
    this.#root.append(this.#direction);
    this.#bubble.addEventListener('click', () => this.toggle());
  }

  /**
   * Asks for the settings and shows the bubble; a visitor who was here before is connected again.
   * `begun` is called before anybody is told that it is ready.
   */
  async start(begun: () => void): Promise<void> {
    const [settings] = await Promise.all([this.#refresh(), this.#speak()]);
    if (settings.enabled === false) return;
    this.#dress();
    document.body.append(this.#host);
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('pointerdown', (event) => this.#outside(event));
    begun();
    this.emit('ready');
    if (this.#options.secret || kept(() => sessionStorage.getItem(openKey))) await this.open();
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
    this.#dress();
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

  readonly setTheme = (theme: Theme): void => this.#theme((this.#wanted = theme));

  readonly setLocale = async (wish: string): Promise<void> => {
    this.#options = { ...this.#options, locale: wished(wish) };
    await this.#speak();
    this.#dress();
    await (await this.#panel)?.speak(this.#options.locale);
  };

  /** Who the visitor is, signed by the server of the page. */
  readonly setUser = (user: Told['user']): Promise<void> => this.#tell({ user });

  /** What the page knows of the visitor besides. */
  readonly setAttributes = (attributes: Told['attributes']): Promise<void> =>
    this.#tell({ attributes: { ...this.#told.attributes, ...attributes } });

  /** Forgets on this browser who the visitor is; the conversation stays with whoever answers it. */
  readonly reset = async (): Promise<void> => {
    this.#told.user = this.#told.attributes = undefined;
    await this.close();
    await (await this.#panel)?.reset();
    for (const key of [visitKey(this.#options.url), mutedKey]) kept(() => localStorage.removeItem(key));
  };

  /** What a listener of the page does wrong is the page's, and stops nothing here. */
  readonly emit = (event: WidgetEvent, detail?: unknown): void => {
    if (event === 'unread') this.#count(detail as number);
    for (const listener of this.#listeners[event] ?? []) {
      try {
        listener(detail);
      } catch (error) {
        reportError(error);
      }
    }
  };

  async #tell(told: Told): Promise<void> {
    Object.assign(this.#told, told);
    await (await this.#panel)?.told(told);
  }

  /** The panel, loaded once; undefined when it could not be, then the next try loads again. */
  #mounted(): Promise<Panel | undefined> {
    return (this.#panel ??= this.#parts
      .panel()
      .then((mount) => mount(this.#shell()))
      .catch(() => (this.#panel = undefined)));
  }

  async #speak(): Promise<void> {
    const { locale } = this.#options;
    this.#host.dir = this.#direction.dir = RTL.test(locale) ? 'rtl' : 'ltr';
    const words = await this.#parts.words(primary(locale)).catch(() => undefined);
    if (this.#options.locale !== locale) return;
    this.#words = words ?? ENGLISH;
    this.#direction.lang = words ? locale : 'en';
  }

  #shell() {
    return {
      frame: this.#frame,
      root: this.#root,
      options: this.#options,
      settings: this.#settings,
      told: this.#told,
      close: () => void this.close(),
      emit: this.emit,
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
    const { style = {}, enabled } = this.#settings;
    // Who is talking goes on when it is switched off.
    this.#host.hidden = enabled === false && !this.#open;
    this.#bubble.replaceChildren(icon(style.icon ?? 'chat'), icon('down'), this.#label, this.#badge);
    if (style.zIndex) this.#host.style.setProperty('--parlor-z', String(style.zIndex));
    this.#host.dataset['side'] = this.#options.side ?? style.side ?? 'end';
    this.#theme(this.#wanted ?? this.#options.theme ?? style.theme ?? 'auto');
    this.#brand();
    this.#describe();
  }

  #brand(): void {
    const { style = {}, brand = {}, texts = {} } = this.#settings;
    const { color, label } = this.#options;
    this.#paint([color, brand.buttonColor, brand.primaryColor].find(isColor));
    this.#bubble.dataset['shape'] = label ? 'pill' : (style.bubble ?? 'circle');
    this.#label.textContent = label ?? (texts.bubble === ENGLISH[4] ? this.#words[4] : (texts.bubble ?? ''));
    this.#frame.setAttribute('aria-label', brand.name ?? 'Parlor');
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
