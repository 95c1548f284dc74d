import type { Texts } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field';
import styles from './Fields.module.css';
import { at, type SectionProps } from './useWidgetSettings';

/** How long each may be; the server asks the same. */
const LONGEST = {
  title: 120,
  subtitle: 400,
  online: 120,
  offline: 400,
  callToAction: 60,
  bubble: 40,
  footer: 200,
  footerLink: 2048,
} as const satisfies Record<keyof Texts, number>;

const OPTIONAL: readonly (keyof Texts)[] = ['footer', 'footerLink'];

export function TextsSection({ settings: { texts }, refusals, change }: SectionProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.group}>
      {(Object.keys(LONGEST) as (keyof Texts)[]).map((text) => {
        const optional = OPTIONAL.includes(text);
        return (
          <Field
            key={text}
            label={t(`widget.text.${text}`)}
            {...(optional ? { hint: t('widget.text.optional') } : { required: true })}
            value={texts[text] ?? ''}
            maxLength={LONGEST[text]}
            {...at(refusals, `texts.${text}`)}
            onChange={({ target }) =>
              change({ texts: { ...texts, [text]: optional ? target.value || null : target.value } })
            }
          />
        );
      })}
    </div>
  );
}
