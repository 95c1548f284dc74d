import { useTranslation } from 'react-i18next';
import styles from './Integrations.module.css';
import { IdentitySection } from './IdentitySection';
import { KeysSection } from './KeysSection';
import { WebhooksSection } from './WebhooksSection';

/** What other programs may do here. */
export default function IntegrationsScreen() {
  const { t } = useTranslation();
  return (
    <section className={styles.screen} aria-labelledby="integrations-title">
      <div className={styles.page}>
        <header>
          <h1 id="integrations-title" className={styles.title}>
            {t('integrations.title')}
          </h1>
          <p className={styles.lead}>{t('integrations.lead')}</p>
        </header>
        <KeysSection />
        <WebhooksSection />
        <IdentitySection />
      </div>
    </section>
  );
}
