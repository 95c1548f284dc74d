import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { Field } from '../ui/Field';
import styles from './Routing.module.css';
import { secondsOf } from './seconds';
import { SettingForm } from './SettingForm';
import { useSetting } from './useSetting';

/** How long an agent may be gone before others are given what it has not answered. */
export function GraceForm() {
  const { t } = useTranslation();
  const { api } = useDesk();
  const setting = useSetting({ read: api.grace, write: api.saveGrace, saved: t('routing.graceSaved') });
  const [draft, setDraft] = useState<string>();
  const typed = draft ?? String(setting.value?.seconds ?? '');
  const seconds = secondsOf(typed);
  const discard = () => setDraft(undefined);

  const save = () => {
    if (seconds !== undefined) void setting.save({ seconds }).then((done) => done && discard());
  };
  return (
    <SettingForm
      title={t('routing.gone')}
      failed={setting.failed}
      failedTitle={t('routing.graceFailed')}
      onReload={setting.reload}
      loading={!setting.value}
      changed={seconds !== setting.value?.seconds}
      valid={seconds !== undefined}
      busy={setting.busy}
      saveLabel={t('routing.graceSave')}
      onSave={save}
      onDiscard={discard}
    >
      {() => (
        <div className={styles.number}>
          <Field
            label={t('routing.grace')}
            hint={t('routing.graceHint')}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => setDraft(event.target.value)}
            {...(seconds === undefined ? { error: t('routing.graceWrong') } : {})}
          />
        </div>
      )}
    </SettingForm>
  );
}
