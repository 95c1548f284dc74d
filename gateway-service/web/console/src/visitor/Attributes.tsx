import type { VisitorAttribute } from '@parlor/client';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Fact } from './Fact';
import styles from './Visitor.module.css';

/** What the website says besides: what its server signed, and apart from it what anybody in that browser could say. */
export function Attributes({ attributes }: { attributes: readonly VisitorAttribute[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Group title={t('visitor.verified')} attributes={attributes.filter(({ verified }) => verified)} />
      <Group title={t('visitor.claimed')} attributes={attributes.filter(({ verified }) => !verified)} />
    </>
  );
}

function Group({ title, attributes }: { title: string; attributes: readonly VisitorAttribute[] }) {
  const id = useId();
  if (attributes.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h4 id={id} className={styles.heading}>
        {title}
      </h4>
      <dl className={styles.facts}>
        {attributes.map(({ name, value }) => (
          <Fact key={name} term={<bdi>{name}</bdi>}>
            <bdi>{value}</bdi>
          </Fact>
        ))}
      </dl>
    </section>
  );
}
