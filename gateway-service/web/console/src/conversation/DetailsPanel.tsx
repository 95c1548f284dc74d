import type { Account, InboxRoom } from '@parlor/client';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ADD_TAG } from '../tags/TagsSection';
import { Dialog } from '../ui/Dialog';
import { useMedia } from '../ui/useMedia';
import { Details } from './Details';
import styles from './Conversation.module.css';

const STORED = 'parlor.details';
const WIDE = '(width >= 76rem)';

/** Open by choice beside a conversation; on smaller screens only while it is wanted. */
export function useDetails() {
  const wide = useMedia(WIDE);
  const [beside, setBeside] = useState(() => localStorage.getItem(STORED) !== 'closed');
  const [over, setOver] = useState(false);
  const open = wide ? beside : over;
  const set = useCallback(
    (next: boolean) => {
      if (!wide) return setOver(next);
      localStorage.setItem(STORED, next ? 'open' : 'closed');
      setBeside(next);
    },
    [wide],
  );
  /** Opens the choice of tags, wherever the details are at the moment. */
  const reach = () => {
    set(true);
    requestAnimationFrame(() => document.getElementById(ADD_TAG)?.click());
  };
  return { open, toggle: () => set(!open), close: () => set(false), reach };
}

type DetailsPanelProps = { room: InboxRoom; account: Account; open: boolean; onClose: () => void };

export function DetailsPanel({ room, account, open, onClose }: DetailsPanelProps) {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  if (!open) return null;
  if (wide) {
    return (
      <aside className={styles.side} aria-label={t('details.title')}>
        <Details room={room} account={account} />
      </aside>
    );
  }
  return (
    <Dialog open onClose={onClose} title={t('details.title')}>
      <Details room={room} account={account} />
    </Dialog>
  );
}
