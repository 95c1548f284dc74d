import { ROUTING_POLICIES, type RoutingRules } from '@parlor/client';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, Fieldset } from '../ui/Field';
import { Choices } from './Choices';
import styles from './Routing.module.css';
import { SaveBar } from './SaveBar';
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
        <Choices
          name="policy"
          choices={ROUTING_POLICIES.map((value) => ({
            value,
            label: t(`routing.policies.${value}`),
            hint: t(`routing.policyHints.${value}`),
          }))}
          chosen={policy}
          onChoose={(chosen) => setDraft({ ...draft, policy: chosen })}
        />
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
      <SaveBar
        changed={changed}
        valid={capacity !== undefined}
        busy={busy}
        label={t('routing.save')}
        onDiscard={() => setDraft({})}
      />
    </form>
  );
}
