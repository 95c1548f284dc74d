import type { Account } from '@parlor/client';
import { Check } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePresence } from '../desk/context';
import { Avatar } from '../ui/Avatar';
import { Field } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { useAccounts } from './useAccounts';
import styles from './AccountPicker.module.css';

type AccountPickerProps = {
  label: string;
  /** Accounts that cannot be chosen, like oneself. */
  without: readonly string[];
  chosen: readonly Account[];
  multiple: boolean;
  onChoose: (account: Account) => void;
};

/** Finds colleagues by name: type, move with the arrows, choose with Enter. */
export function AccountPicker({ label, without, chosen, multiple, onChoose }: AccountPickerProps) {
  const { t } = useTranslation();
  const list = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const { phase, accounts } = useAccounts(words);
  const offered = accounts.filter(({ id, disabled }) => !without.includes(id) && !disabled);
  const presence = usePresence(offered.map(({ id }) => id));
  const isChosen = (account: Account) => chosen.some(({ id }) => id === account.id);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const account = offered[active];
    if (step) {
      event.preventDefault();
      setActive((active + step + offered.length) % Math.max(1, offered.length));
    } else if (event.key === 'Enter' && account) {
      event.preventDefault();
      onChoose(account);
    }
  };

  return (
    <div className={styles.picker}>
      <Field
        label={label}
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={offered[active] ? `${list}-${active}` : undefined}
        autoComplete="off"
        placeholder={t('picker.placeholder')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {phase === 'loading' && <ListSkeleton rows={3} />}
      {phase === 'failed' && <Alert>{t('picker.failed')}</Alert>}
      {phase === 'ready' && offered.length === 0 && <p className={styles.nobody}>{t('picker.nobody')}</p>}
      <ul id={list} className={styles.list} role="listbox" aria-label={label} aria-multiselectable={multiple}>
        {offered.map((account, index) => (
          <li
            key={account.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={isChosen(account)}
            className={styles.option}
            data-active={index === active || undefined}
            onClick={() => onChoose(account)}
            onPointerMove={() => setActive(index)}
          >
            <Avatar name={account.name} size="small" presence={presence[account.id]?.status ?? 'offline'} />
            <span className={styles.name}>
              <bdi>{account.name}</bdi>
            </span>
            <span className={styles.status}>
              {t(`presence.${presence[account.id]?.status ?? 'offline'}`)}
            </span>
            <Check size={16} className={styles.check} aria-hidden="true" />
          </li>
        ))}
      </ul>
    </div>
  );
}
