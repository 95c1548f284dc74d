import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './Header.module.css';

/** The head of a conversation that is not there: at least the way back. */
export function BareHeader({ back }: { back: string }) {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <Link href={back} className={styles.back} aria-label={t('common.back')}>
        <ArrowLeft size={18} />
      </Link>
      <h1 className={styles.name}>{t('conversation.title')}</h1>
    </header>
  );
}
