/** What `GET /widget` answers; every part may be missing in what an older or newer server sends. */
export type Ask = 'required' | 'optional' | 'off';

export interface Settings {
  readonly enabled?: boolean;
  readonly brand?: {
    readonly name?: string;
    readonly logo?: string;
    readonly primaryColor?: string;
    readonly buttonColor?: string;
  };
  readonly texts?: {
    readonly title?: string;
    readonly subtitle?: string;
    readonly online?: string;
    readonly offline?: string;
    readonly callToAction?: string;
    readonly bubble?: string;
    readonly footer?: string;
    readonly footerLink?: string;
  };
  readonly style?: {
    readonly bubble?: 'circle' | 'pill';
    readonly icon?: 'chat' | 'sparkle' | 'headset';
    readonly effect?: 'none' | 'glow' | 'levitate' | 'pulse' | 'bounce';
    readonly theme?: Theme;
    readonly side?: Side;
    readonly zIndex?: number;
  };
  readonly form?: { readonly email?: Ask; readonly phone?: Ask; readonly message?: Ask };
  readonly contact?: Contact;
  readonly features?: {
    readonly handoff?: boolean;
    readonly typing?: boolean;
    readonly attachments?: boolean;
    readonly transcript?: boolean;
    readonly identity?: Ask;
  };
  readonly online?: boolean;
  readonly nextOpening?: string;
}

/** Other ways to reach the people behind the widget. */
export interface Contact {
  readonly phone?: string;
  /** A number with its country code. */
  readonly whatsapp?: string;
  readonly telegram?: string;
  readonly email?: string;
  readonly social?: readonly { readonly name: string; readonly url: string }[];
  /** Whether it can be saved as a vCard. */
  readonly card?: boolean;
  readonly alwaysThere?: boolean;
}

export type Theme = 'auto' | 'light' | 'dark';
export type Side = 'start' | 'end';

/** What the host page says on the script tag; it wins over the settings. */
export interface PageOptions {
  readonly url: string;
  readonly color?: string;
  readonly label?: string;
  readonly side?: Side;
  readonly theme?: Theme;
  readonly locale: string;
  /** What a mail's link brought along: it leads back into a conversation, once. */
  readonly secret?: string;
}

export type WidgetEvent =
  'ready' | 'opened' | 'closed' | 'message' | 'unread' | 'status' | 'position' | 'identity' | 'attributes';

/** What the page says of its visitor. */
export interface Told {
  /** A token its server signed, or what gets a fresh one. */
  user?: string | (() => string | Promise<string>) | undefined;
  /** What it knows of the visitor besides, until the server has it. */
  attributes?: Readonly<Record<string, unknown>> | undefined;
}

/** What the loader lends to the panel. */
export interface Shell {
  /** Where the panel is put; inside the shadow root. */
  readonly frame: HTMLElement;
  readonly root: ShadowRoot;
  readonly options: PageOptions;
  readonly settings: Settings;
  readonly told: Told;
  readonly close: () => void;
  readonly emit: (event: WidgetEvent, detail?: unknown) => void;
  /** Reads the settings again: they may have changed, or not have been there. */
  readonly refresh: () => Promise<Settings>;
}

export interface Panel {
  /** The panel has become visible, or is about to go. */
  shown(visible: boolean): void;
  /** The page has said something of its visitor. */
  told(said: Told): Promise<void>;
  /** Goes on in another language. */
  speak(locale: string): Promise<void>;
  /** Forgets on this browser who the visitor is. */
  reset(): Promise<void>;
}

/** The panel chunk exports `mount` of this type. */
export type Mount = (shell: Shell) => Promise<Panel>;

/** Where the guest's token is kept, in the host page's own storage and only after a conversation began. */
export const visitKey = (url: string): string => `parlor:${url}`;
/** Whether the visitor wants no sounds. */
export const mutedKey = 'parlor:muted';
/** Whether the panel was open in this tab. */
export const openKey = 'parlor:open';
