import { EVENT_TYPES, Problem, type EventType, type IssuedWebhook, type Webhook } from '@parlor/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field, Fieldset } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { dashed } from './dashed';
import styles from './Integrations.module.css';

type WebhookDialogProps = {
  /** None for a new one. */
  webhook?: Webhook;
  onClose: () => void;
  onIssued: (issued: IssuedWebhook) => void;
  onChanged: () => void;
};

/** Registers an address, or changes one; what the server refuses is said at the field it is about. */
export function WebhookDialog({ webhook, onClose, onIssued, onChanged }: WebhookDialogProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const types = form.getAll('type') as EventType[];
    if (types.length === 0) return setRefusals({ types: t('keys.noScope') });
    const wanted = { url: String(form.get('url')).trim(), types };
    setBusy(true);
    setProblem(undefined);
    setRefusals({});
    const saved = webhook
      ? api.changeWebhook(webhook.id, wanted).then(onChanged)
      : api.addWebhook(wanted).then(onIssued);
    saved.catch((cause: unknown) => {
      setBusy(false);
      const errors = cause instanceof Problem ? cause.errors : [];
      setRefusals(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
      if (!errors.length) setProblem(say(cause));
    });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t(webhook ? 'webhooks.change' : 'webhooks.add')}
      description={t('webhooks.addLead')}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        {problem && <Alert>{problem}</Alert>}
        <Field
          label={t('webhooks.url')}
          name="url"
          inputMode="url"
          dir="ltr"
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://inbox.example/hooks/parlor"
          defaultValue={webhook?.url ?? ''}
          {...(refusals['url'] === undefined ? {} : { error: refusals['url'] })}
        />
        <Fieldset
          legend={t('webhooks.types')}
          {...(refusals['types'] === undefined ? {} : { error: refusals['types'] })}
        >
          {EVENT_TYPES.map((type) => (
            <label key={type} className={styles.choice}>
              <input
                type="checkbox"
                name="type"
                value={type}
                defaultChecked={webhook ? webhook.types.includes(type) : true}
              />
              <span>
                <span className={styles.name}>{t(`webhooks.type.${dashed(type)}`)}</span>
                <code className={styles.code} dir="ltr">
                  {type}
                </code>
              </span>
            </label>
          ))}
        </Fieldset>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t(webhook ? 'webhooks.save' : 'webhooks.make')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
