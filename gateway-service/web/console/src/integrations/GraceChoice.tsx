import { GRACES, type Grace } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { Fieldset } from '../ui/Field';
import styles from './Integrations.module.css';

type GraceChoiceProps = { legend: string; value: Grace; onChange: (grace: Grace) => void };

/** How long what came before still counts. */
export function GraceChoice({ legend, value, onChange }: GraceChoiceProps) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={legend}>
      {GRACES.map((choice) => (
        <label key={choice} className={styles.choice}>
          <input
            type="radio"
            name="grace"
            value={choice}
            checked={choice === value}
            onChange={() => onChange(choice)}
          />
          {t(`keys.graces.${choice}`)}
        </label>
      ))}
    </Fieldset>
  );
}
