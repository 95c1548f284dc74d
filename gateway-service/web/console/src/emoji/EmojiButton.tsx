import { Popover } from '@base-ui/react/popover';
import { Smile } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button';
import { Spinner } from '../ui/Spinner';
import styles from './Emoji.module.css';

/** Loaded with the first press on the button. */
const EmojiPicker = lazy(() => import('./EmojiPicker'));

/** Puts emoji into a field, where its caret is. */
export function EmojiButton({ input }: { input: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const chosen = useRef(false);
  const change = (next: boolean) => {
    if (next) chosen.current = false;
    setOpen(next);
  };
  const close = () => {
    chosen.current = true;
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger render={<IconButton label={t('composer.emoji')} />}>
        <Smile size={16} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          <Popover.Popup
            className={styles.popup}
            aria-label={t('composer.emoji')}
            finalFocus={() => (chosen.current ? input.current : true)}
          >
            <Suspense fallback={<Spinner />}>
              <EmojiPicker input={input} onDone={close} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
