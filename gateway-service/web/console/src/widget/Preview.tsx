import type { Contact, WidgetSettings } from '@parlor/client';
import { isColor, palette } from '@parlor/widget/color';
import { Headset, MessageCircle, Sparkles } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { alwaysOpen } from './ContactSection';
import styles from './Preview.module.css';

const ICONS = { chat: MessageCircle, sparkle: Sparkles, headset: Headset } as const;
const FALLBACK = '#0b6b5f';

const colors = (color: string) => palette(isColor(color) ? color : FALLBACK) as unknown as CSSProperties;

/** The welcome screen and the bubble, as they will be. */
export function Preview({ settings: { brand, texts, style, contact, hours } }: { settings: WidgetSettings }) {
  const { t } = useTranslation();
  const Icon = ICONS[style.icon];
  return (
    <figure className={styles.preview} aria-label={t('widget.previewOf')} data-theme={style.theme}>
      <figcaption className={styles.caption}>{t('widget.preview')}</figcaption>
      <div className={styles.page} aria-hidden="true">
        <div className={styles.panel} style={colors(brand.primaryColor)}>
          <div className={styles.header}>
            <Brand name={brand.name} logo={brand.logo} />
            <p className={styles.title}>{texts.title}</p>
            <p>{texts.subtitle}</p>
          </div>
          <div className={styles.body}>
            {contact.alwaysThere && alwaysOpen(hours) && <span className={styles.ribbon}>24/7</span>}
            <p className={styles.presence}>{texts.online}</p>
            <span className={styles.button} data-effect={style.effect} style={colors(brand.buttonColor)}>
              {texts.callToAction}
            </span>
            <Ways contact={contact} />
            {texts.footer && <p className={styles.footer}>{texts.footer}</p>}
          </div>
        </div>
        <span
          className={styles.bubble}
          data-shape={style.bubble}
          data-side={style.side}
          style={colors(brand.primaryColor)}
        >
          <Icon size={22} />
          {style.bubble === 'pill' && texts.bubble}
        </span>
      </div>
    </figure>
  );
}

const WAYS = ['phone', 'whatsapp', 'telegram', 'email'] as const;

function Ways({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const ways = WAYS.filter((way) => contact[way]);
  return (
    <>
      {(ways.length > 0 || contact.card) && (
        <span className={styles.ways}>
          {ways.map((way) => (
            <span key={way}>{t(`widget.contact.${way}Button`)}</span>
          ))}
          {contact.card && <span>{t('widget.contact.cardButton')}</span>}
        </span>
      )}
      {contact.social.length > 0 && (
        <span className={styles.pages}>
          {contact.social.map(({ name }, index) => (
            <span key={index}>{name}</span>
          ))}
        </span>
      )}
    </>
  );
}

/** The console loads nothing from elsewhere; on your pages the logo is shown. */
const hide = ({ currentTarget }: { currentTarget: HTMLImageElement }) => (currentTarget.hidden = true);

function Brand({ name, logo }: { name: string; logo?: string | null | undefined }) {
  return (
    <p className={styles.brand}>
      {logo && <img key={logo} src={logo} alt="" onError={hide} />}
      {name}
    </p>
  );
}
