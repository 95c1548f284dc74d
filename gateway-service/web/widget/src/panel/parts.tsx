import type { ComponentChildren } from 'preact';
import { useSurroundings } from './context';

const ICONS = {
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  alert: 'M12 8v5M12 16.2v.1M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z',
  spark: 'M12 4c.8 5 2.9 7.2 8 8-5.1.8-7.2 3-8 8-.8-5-2.9-7.2-8-8 5.1-.8 7.2-3 8-8Z',
} as const;

export const Icon = ({ name }: { name: keyof typeof ICONS }) => <Glyph name={name} d={ICONS[name]} />;

export const Glyph = ({ name, d }: { name: string; d: string }) => (
  <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
);

interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

export const IconButton = ({ label, onClick, children }: IconButtonProps) => (
  <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
    {children}
  </button>
);

export function CloseButton() {
  const { texts, close } = useSurroundings();
  return (
    <IconButton label={texts.close} onClick={close}>
      <Icon name="close" />
    </IconButton>
  );
}

interface AvatarProps {
  readonly name: string;
  readonly kind: 'bot' | 'person' | 'team';
  readonly image?: string | undefined;
}

export const Avatar = ({ name, kind, image }: AvatarProps) => (
  <span class={`avatar avatar-${kind}`} aria-hidden="true">
    {kind === 'bot' ? <Icon name="spark" /> : image ? <img src={image} alt="" /> : initials(name)}
  </span>
);

const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();

/** A refusal, said once and aloud. */
export function Banner({ children, onDismiss }: { children: ComponentChildren; onDismiss?: () => void }) {
  const { texts } = useSurroundings();
  return (
    <div class="banner banner-bad" role="alert">
      <Icon name="alert" />
      <div class="banner-text">{children}</div>
      {onDismiss && (
        <IconButton label={texts.dismiss} onClick={onDismiss}>
          <Icon name="close" />
        </IconButton>
      )}
    </div>
  );
}

/** What a code of the protocol means to a visitor. */
export function useReason(code: string): string {
  const { problem } = useSurroundings().texts;
  return problem[code] ?? (code === 'disconnected' ? (problem['unreachable'] ?? '') : problem.other);
}
