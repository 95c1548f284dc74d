import type { Contact, OpeningHours, SocialPage } from '@parlor/client';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { Switch } from '../ui/Switch';
import styles from './Fields.module.css';
import { at, type Refusals, type SectionProps } from './useWidgetSettings';

const MOST_PAGES = 8;

const WAYS = {
  phone: { type: 'tel', maxLength: 32 },
  whatsapp: { type: 'tel', maxLength: 32 },
  telegram: { type: 'text', maxLength: 33 },
  email: { type: 'email', maxLength: 254 },
} as const;

type Way = keyof typeof WAYS;

/** Whether no hours say that nobody is there. */
export const alwaysOpen = ({ week, holidays }: OpeningHours): boolean =>
  holidays.length === 0 && Object.values(week).every((spans) => spans.length === 0);

/** Other ways to reach the team than to write here. */
export function ContactSection({ settings: { contact, hours }, refusals, change }: SectionProps) {
  const { t } = useTranslation();
  const reach = (part: Partial<Contact>) => change({ contact: { ...contact, ...part } });
  return (
    <div className={styles.group}>
      <p className={styles.note}>{t('widget.contact.lead')}</p>
      {(Object.keys(WAYS) as Way[]).map((way) => (
        <Field
          key={way}
          label={t(`widget.contact.${way}`)}
          hint={t(`widget.contact.${way}Hint`)}
          value={contact[way] ?? ''}
          {...WAYS[way]}
          {...at(refusals, `contact.${way}`)}
          onChange={({ target }) => reach({ [way]: target.value.replace(/^[\s@]+/, '') || null })}
          onBlur={({ target }) => contact[way] && reach({ [way]: target.value.trim() || null })}
        />
      ))}
      <Pages pages={contact.social} refusals={refusals} onChange={(social) => reach({ social })} />
      <Switch label={t('widget.contact.card')} checked={contact.card} onChange={(card) => reach({ card })} />
      <Switch
        label={t('widget.contact.alwaysThere')}
        checked={contact.alwaysThere}
        onChange={(alwaysThere) => reach({ alwaysThere })}
      />
      {contact.alwaysThere && !alwaysOpen(hours) && (
        <p className={styles.note} role="status">
          {t('widget.contact.notAlways')}
        </p>
      )}
    </div>
  );
}

interface PagesProps {
  pages: readonly SocialPage[];
  refusals: Refusals;
  onChange: (pages: readonly SocialPage[]) => void;
}

function Pages({ pages, refusals, onChange }: PagesProps) {
  const { t } = useTranslation();
  const heading = useId();
  const replace = (index: number, part: Partial<SocialPage>) =>
    onChange(pages.map((page, place) => (place === index ? { ...page, ...part } : page)));
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {t('widget.contact.pages')}
      </h2>
      {pages.map((page, index) => (
        <div key={index} className={styles.holiday}>
          <Field
            label={t('widget.contact.pageName')}
            required
            maxLength={40}
            value={page.name}
            {...at(refusals, `contact.social[${index}].name`)}
            onChange={({ target }) => replace(index, { name: target.value })}
          />
          <Field
            label={t('widget.contact.pageUrl')}
            type="url"
            required
            placeholder="https://"
            maxLength={2048}
            value={page.url}
            {...at(refusals, `contact.social[${index}].url`)}
            onChange={({ target }) => replace(index, { url: target.value.trim() })}
          />
          <IconButton
            label={t('widget.contact.removePage', { name: page.name || page.url })}
            onClick={() => onChange(pages.filter((_, place) => place !== index))}
          >
            <X size={16} />
          </IconButton>
        </div>
      ))}
      {pages.length < MOST_PAGES && (
        <Button icon={<Plus size={16} />} onClick={() => onChange([...pages, { name: '', url: '' }])}>
          {t('widget.contact.addPage')}
        </Button>
      )}
    </section>
  );
}
