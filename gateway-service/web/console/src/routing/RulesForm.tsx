import { ROUTING_POLICIES, type RoutingRules } from '@parlor/client';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Field, Fieldset } from '../ui/Field';
import styles from './Routing.module.css';
import { capacityOf } from './useRouting';

type RulesFormProps = {
  rules: RoutingRules;
  busy: boolean;
  onSave: (rules: RoutingRules) => Promise<boolean>;
};

/** What was changed and not saved stays, whatever others save meanwhile. */
type Draft = { readonly policy?: RoutingRules['policy']; readonly capacity?: string };

/** The policy, and the capacity of everybody without one of their own. */
export function RulesForm({ rules, busy, onSave }: RulesFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>({});
  const policy = draft.policy ?? rules.policy;
  const typed = draft.capacity ?? String(rules.capacity);
  const capacity = capacityOf(typed);
  const changed = policy !== rules.policy || capacity !== rules.capacity;

  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (capacity === undefined) return;
    void onSave({ policy, capacity }).then((done) => done && setDraft({}));
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <Fieldset legend={t('routing.policy')}>
        {ROUTING_POLICIES.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name="policy"
              value={one}
              checked={policy === one}
              onChange={() => setDraft({ ...draft, policy: one })}
            />
            <span>
              <span className={styles.choiceName}>{t(`routing.policies.${one}`)}</span>
              <span className={styles.note}>{t(`routing.policyHints.${one}`)}</span>
            </span>
          </label>
        ))}
      </Fieldset>
      <div className={styles.number}>
        <Field
          label={t('routing.capacity')}
          hint={t('routing.capacityHint')}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => setDraft({ ...draft, capacity: event.target.value })}
          {...(capacity === undefined ? { error: t('routing.capacityWrong') } : {})}
        />
      </div>
      <div className={styles.bar}>
        <p className={styles.changed} role="status">
          {changed && t('routing.changed')}
        </p>
        <Button onClick={() => setDraft({})} disabled={!changed}>
          {t('routing.discard')}
        </Button>
        <Button type="submit" variant="primary" busy={busy} disabled={!changed || capacity === undefined}>
          {t('routing.save')}
        </Button>
      </div>
    </form>
  );
}
