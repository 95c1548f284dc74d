import type { Brand, Style } from '@parlor/client';
import { contrastOf, isColor, palette } from '@parlor/widget/color';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { Field } from '../ui/Field';
import { Segmented } from '../ui/Segmented';
import styles from './Fields.module.css';
import { at, type SectionProps } from './useWidgetSettings';

/** What WCAG 2.2 asks of things that have to be found on a page (success criterion 1.4.11). */
const VISIBLE = 3;

const CHOICES = {
  bubble: ['circle', 'pill'],
  icon: ['chat', 'sparkle', 'headset'],
  effect: ['none', 'glow', 'levitate', 'pulse', 'bounce'],
  theme: ['auto', 'light', 'dark'],
  side: ['end', 'start'],
} as const;

type Choice = keyof typeof CHOICES;

export function LookSection({ settings: { brand, style }, refusals, change }: SectionProps) {
  const { t } = useTranslation();
  const repaint = (part: Partial<Brand>) => change({ brand: { ...brand, ...part } });
  const reshape = (part: Partial<Style>) => change({ style: { ...style, ...part } });
  return (
    <div className={styles.group}>
      <Field
        label={t('widget.brand.name')}
        value={brand.name}
        required
        maxLength={80}
        {...at(refusals, 'brand.name')}
        onChange={(event) => repaint({ name: event.target.value })}
      />
      <Field
        label={t('widget.brand.logo')}
        hint={t('widget.brand.logoHint')}
        value={brand.logo ?? ''}
        maxLength={2048}
        inputMode="url"
        {...at(refusals, 'brand.logo')}
        onChange={(event) => repaint({ logo: event.target.value.trim() || null })}
      />
      {(['primaryColor', 'buttonColor'] as const).map((which) => (
        <ColorField
          key={which}
          label={t(`widget.brand.${which}`)}
          value={brand[which]}
          onChange={(color) => repaint({ [which]: color })}
        />
      ))}
      {(Object.keys(CHOICES) as Choice[]).map((choice) => (
        <div key={choice} className={styles.row}>
          <span className={styles.label}>{t(`widget.style.${choice}`)}</span>
          <Segmented<string>
            label={t(`widget.style.${choice}`)}
            value={style[choice]}
            options={CHOICES[choice].map((value) => ({
              value,
              label: t(`widget.${choice}.${value}` as 'widget.bubble.circle'),
            }))}
            onChange={(value) => reshape({ [choice]: value })}
          />
        </div>
      ))}
    </div>
  );
}

type ColorFieldProps = { label: string; value: string; onChange: (color: string) => void };

/** A colour by eye or by number, and how well it can be read. */
function ColorField({ label, value, onChange }: ColorFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const message = () => {
    if (!isColor(value)) return { error: t('widget.contrast.invalid') };
    const onWhite = contrastOf(value, '#ffffff');
    const kind = onWhite < VISIBLE ? 'faint' : 'good';
    const ratio = kind === 'faint' ? onWhite : contrastOf(value, palette(value)['--on-accent']);
    return {
      hint: t(`widget.contrast.${kind}`, {
        ratio: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ratio),
      }),
    };
  };
  return (
    <div className={styles.color}>
      <Field
        label={label}
        value={value}
        required
        maxLength={7}
        spellCheck={false}
        {...message()}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <input
        type="color"
        className={styles.swatch}
        aria-label={label}
        value={isColor(value) ? value : '#000000'}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
