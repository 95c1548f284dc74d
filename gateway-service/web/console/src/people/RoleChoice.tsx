import type { Role } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import styles from './NewAccountDialog.module.css';

const ROLES: readonly Role[] = ['agent', 'supervisor', 'administrator'];

/** Each role includes the ones before it. */
export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation();
  return ROLES.map((role) => (
    <label key={role} className={styles.role}>
      <input type="radio" name="role" value={role} checked={role === value} onChange={() => onChange(role)} />
      <span>
        <span className={styles.name}>{t(`role.${role}`)}</span>
        <span className={styles.detail}>{t(`roleDetail.${role}`)}</span>
      </span>
    </label>
  ));
}
