import type { InboxRoom } from '@parlor/client';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { full } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field } from '../ui/Field';
import styles from './SnoozeDialog.module.css';
import { CHOICES, localValue, timeOf } from './times';

type SnoozeDialogProps = {
  room: InboxRoom;
  busy: boolean;
  onClose: () => void;
  onSnooze: (until: string) => void;
};

/** When a conversation shall come back: a usual time with one press, or one's own. */
export function SnoozeDialog({ room, busy, onClose, onSnooze }: SnoozeDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  // The choices stay what they were when the window opened, or they would change under the hand.
  const [now] = useState(() => Date.now());
  const [own, setOwn] = useState(() => localValue(timeOf('tomorrow', now)));
  const [error, setError] = useState<string>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const until = new Date(own);
    if (!(until.getTime() > Date.now())) setError(t('snooze.past'));
    else onSnooze(until.toISOString());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('snooze.title')}
      description={t('snooze.lead', { name: room.name })}
    >
      <ul className={styles.choices}>
        {CHOICES.map((choice) => {
          const time = timeOf(choice, now);
          return (
            <li key={choice}>
              <button
                type="button"
                className={styles.choice}
                disabled={busy}
                onClick={() => onSnooze(time.toISOString())}
              >
                <span>{t(`snooze.${choice}`)}</span>
                <time className={styles.when} dateTime={time.toISOString()}>
                  {full(locale, time.toISOString())}
                </time>
              </button>
            </li>
          );
        })}
      </ul>
      <form className={styles.own} onSubmit={submit} noValidate>
        <Field
          type="datetime-local"
          label={t('snooze.own')}
          hint={t('snooze.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
          min={localValue(new Date(now))}
          value={own}
          onChange={(event) => {
            setOwn(event.target.value);
            setError(undefined);
          }}
          {...(error === undefined ? {} : { error })}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('action.snooze')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
