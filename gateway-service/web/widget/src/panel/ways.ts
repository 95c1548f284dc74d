import type { Contact } from '../settings';

export const WAYS = ['phone', 'whatsapp', 'telegram', 'email'] as const;
export type Way = (typeof WAYS)[number];

const digits = (number: string): string => number.replace(/\D/g, '');

/** The schemes are written here: whatever the address is, it leads nowhere else. */
const LINKS: Record<Way, (address: string) => string> = {
  phone: (number) => `tel:${number.trim().startsWith('+') ? '+' : ''}${digits(number)}`,
  whatsapp: (number) => `https://wa.me/${digits(number)}`,
  telegram: (name) => `https://t.me/${encodeURIComponent(name)}`,
  email: (address) => `mailto:${encodeURIComponent(address).replace('%40', '@')}`,
};

/** The ways there are, as links, in the order they are shown. */
export const waysOf = (contact: Contact): readonly { way: Way; href: string }[] =>
  WAYS.flatMap((way) => {
    const address = contact[way];
    return address ? [{ way, href: LINKS[way](address) }] : [];
  });

/** The pages elsewhere; the server takes none but https, and here nothing else is shown either. */
export const pagesOf = (contact: Contact): NonNullable<Contact['social']> =>
  (contact.social ?? []).filter(({ url }) => /^https:\/\//i.test(url));
