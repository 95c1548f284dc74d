import { VISIBILITIES, type Visibility } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { Choices } from './Choices';
import styles from './Routing.module.css';
import { SettingForm } from './SettingForm';
import { useSetting } from './useSetting';

/** Whether agents see the conversations their colleagues have. */
export function VisibilityForm() {
  const { t } = useTranslation();
  const { api } = useDesk();
  const setting = useSetting({
    read: api.visibility,
    write: api.saveVisibility,
    saved: t('routing.visibilitySaved'),
  });
  const [draft, setDraft] = useState<Visibility['agents']>();
  const agents = draft ?? setting.value?.agents ?? 'all';
  const discard = () => setDraft(undefined);
  return (
    <SettingForm
      title={t('routing.visibility')}
      failed={setting.failed}
      failedTitle={t('routing.visibilityFailed')}
      onReload={setting.reload}
      loading={!setting.value}
      changed={agents !== setting.value?.agents}
      busy={setting.busy}
      saveLabel={t('routing.visibilitySave')}
      onSave={() => void setting.save({ agents }).then((done) => done && discard())}
      onDiscard={discard}
    >
      {(title) => (
        <div
          className={styles.choices}
          role="radiogroup"
          aria-labelledby={title}
          aria-describedby={`${title}-hint`}
        >
          <p id={`${title}-hint`} className={styles.note}>
            {t('routing.visibilityHint')}
          </p>
          <Choices
            name="visibility"
            choices={VISIBILITIES.map((value) => ({
              value,
              label: t(`routing.visibilities.${value}`),
              hint: t(`routing.visibilityHints.${value}`),
            }))}
            chosen={agents}
            onChoose={setDraft}
          />
        </div>
      )}
    </SettingForm>
  );
}
