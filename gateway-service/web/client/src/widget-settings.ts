/** What an administrator sets for the widget. What a server leaves out does not exist: it fills in every default. */
export interface WidgetSettings {
  readonly enabled: boolean;
  readonly brand: Brand;
  readonly texts: Texts;
  readonly style: Style;
  readonly form: Readonly<Record<'email' | 'phone' | 'message', Ask>>;
  readonly hours: OpeningHours;
  readonly contact: Contact;
  /** Whether what is said while a visitor is away goes to the address it gave, where mail is set up. */
  readonly answersByMail: boolean;
}

/** Other ways to reach the people behind the widget. What there is none of is left out. */
export interface Contact {
  readonly phone?: string | null;
  /** A number with its country code. */
  readonly whatsapp?: string | null;
  /** A user name without the `@`. */
  readonly telegram?: string | null;
  readonly email?: string | null;
  readonly social: readonly SocialPage[];
  /** Whether visitors may save it as a vCard. */
  readonly card: boolean;
  /** Whether a ribbon says 24/7, as long as no hours are set. */
  readonly alwaysThere: boolean;
}

export interface SocialPage {
  readonly name: string;
  /** `https` only. */
  readonly url: string;
}

export interface Brand {
  readonly name: string;
  readonly logo?: string | null;
  /** `#rrggbb` */
  readonly primaryColor: string;
  readonly buttonColor: string;
}

export interface Texts {
  readonly title: string;
  readonly subtitle: string;
  readonly online: string;
  readonly offline: string;
  readonly callToAction: string;
  readonly bubble: string;
  readonly footer?: string | null;
  readonly footerLink?: string | null;
}

export interface Style {
  readonly bubble: 'circle' | 'pill';
  readonly icon: 'chat' | 'sparkle' | 'headset';
  readonly effect: 'none' | 'glow' | 'levitate' | 'pulse' | 'bounce';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly side: 'end' | 'start';
  readonly zIndex: number;
}

export type Ask = 'required' | 'optional' | 'off';

export interface OpeningHours {
  /** An IANA time zone. */
  readonly zone: string;
  readonly week: Readonly<Record<Weekday, readonly Span[]>>;
  readonly holidays: readonly Holiday[];
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Times of day as `HH:mm`; where `to` is not after `from` it ends on the next day. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A date (`YYYY-MM-DD`) that is not like its weekday; closed when it has no spans. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly spans: readonly Span[];
}
