import { useSurroundings } from './context';
import { talk, type TalkTexts } from './locales/en.talk';
import { Glyph } from './parts';

const ICONS = {
  send: 'M12 19V5.5M6 11l6-6 6 6',
  clip: 'm8 12.5 6-6a3 3 0 0 1 4.2 4.2l-7.8 7.8a5 5 0 0 1-7-7L11 4',
  smile: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0ZM8.5 14.2c1.8 2.4 5.2 2.4 7 0M9 9.5v.1M15 9.5v.1',
  clock: 'M12 7.5V12l3 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  checks: 'm2.5 12.5 4 4.5L15 7.5M12.5 16l1 1L22 7.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.4 3.8-5.2 7.5-5.2s6.7 1.8 7.5 5.2',
  end: 'M14 4.5H6.5v15H14M10.5 12H20M16.5 8.5 20 12l-3.5 3.5',
  down: 'M12 5v13.5M6 13l6 6 6-6',
  mail: 'M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5',
  cloud: 'M3 3l18 18M8 8.2A6 6 0 0 0 7 19h10.5M11 6.2A6 6 0 0 1 18 11a4 4 0 0 1 3 6',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
  muted: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4ZM16 9.5l5 5M21 9.5l-5 5',
  alert: 'M12 8v5M12 16.2v.1M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z',
} as const;

export type TalkIconName = keyof typeof ICONS;

export const TalkIcon = ({ name }: { name: TalkIconName }) => <Glyph name={name} d={ICONS[name]} />;

/** The texts of a conversation in the visitor's language. */
export const useTalk = (): TalkTexts => useSurroundings().talk ?? talk;

export const Dots = () => (
  <span class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);
