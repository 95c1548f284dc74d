import type { Settings, Shell } from '../settings';

/** Paths in the settings are on the gateway, not on the page that shows the widget. */
export function located({ settings, options }: Pick<Shell, 'settings' | 'options'>): Settings {
  const on = (link: string) => (link.startsWith('/') ? options.url + link : link);
  const { brand, texts } = settings;
  return {
    ...settings,
    ...(brand?.logo && { brand: { ...brand, logo: on(brand.logo) } }),
    ...(texts?.footerLink && { texts: { ...texts, footerLink: on(texts.footerLink) } }),
  };
}
