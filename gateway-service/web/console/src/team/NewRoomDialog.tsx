import type { Account } from '@parlor/client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { Segmented } from '../ui/Segmented';
import { AccountPicker } from './AccountPicker';
import styles from './NewRoomDialog.module.css';

type Kind = 'direct' | 'group';

/** Starts a conversation among colleagues: with one of them, or a named group. */
export function NewRoomDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { account } = useDesk();
  const [kind, setKind] = useState<Kind>('direct');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Account[]>([]);
  const { create, busy, problem } = useCreate(onClose);
  const ready = chosen.length > 0 && (kind === 'direct' || name.trim() !== '');

  const choose = (picked: Account) => {
    if (kind === 'direct') return setChosen([picked]);
    const without = chosen.filter(({ id }) => id !== picked.id);
    setChosen(without.length < chosen.length ? without : [...chosen, picked]);
  };
  const submit = () => {
    const members = chosen.map(({ id }) => id);
    create(kind === 'direct' ? { kind, members } : { kind, name: name.trim(), members });
  };

  return (
    <Dialog open onClose={onClose} title={t('team.new')}>
      <Segmented
        label={t('team.kind')}
        value={kind}
        onChange={(next) => {
          setKind(next);
          if (next === 'direct') setChosen(chosen.slice(0, 1));
        }}
        options={[
          { value: 'direct', label: t('kind.direct') },
          { value: 'group', label: t('kind.group') },
        ]}
      />
      {problem && <Alert>{problem}</Alert>}
      {kind === 'group' && (
        <>
          <Field
            label={t('team.name')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Chosen accounts={chosen} onRemove={choose} />
        </>
      )}
      <AccountPicker
        label={t(kind === 'direct' ? 'team.with' : 'team.members')}
        without={[account.id]}
        chosen={chosen}
        multiple={kind === 'group'}
        onChoose={choose}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="primary" disabled={!ready} busy={busy} onClick={submit}>
          {t(kind === 'direct' ? 'team.open' : 'team.create')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Chosen({
  accounts,
  onRemove,
}: {
  accounts: readonly Account[];
  onRemove: (account: Account) => void;
}) {
  const { t } = useTranslation();
  if (!accounts.length) return null;
  return (
    <ul className={styles.chosen} aria-label={t('team.chosen')}>
      {accounts.map((account) => (
        <li key={account.id}>
          <button
            type="button"
            className={styles.chip}
            aria-label={t('team.remove', { name: account.name })}
            onClick={() => onRemove(account)}
          >
            <bdi>{account.name}</bdi>
            <X size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function useCreate(onDone: () => void) {
  const { api, inbox } = useDesk();
  const [, navigate] = useLocation();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const create = (wanted: Parameters<typeof api.createRoom>[0]) => {
    setBusy(true);
    setProblem(undefined);
    api.createRoom(wanted).then(
      (room) => {
        inbox.add([room]);
        navigate(`/team/${room.id}`);
        onDone();
      },
      (cause: unknown) => {
        setBusy(false);
        setProblem(say(cause));
      },
    );
  };
  return { create, busy, problem };
}
