import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Visitor.module.css';

type FactProps = { term: ReactNode; verified?: boolean; children: ReactNode };

/** Something known of a visitor, and whether the website has signed it. */
export function Fact({ term, verified = false, children }: FactProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>
        {children}
        {verified && (
          <span className={styles.verified} title={t('visitor.verified')}>
            <BadgeCheck size={14} aria-hidden="true" />
            <span className="visually-hidden">{t('visitor.verified')}</span>
          </span>
        )}
      </dd>
    </div>
  );
}
