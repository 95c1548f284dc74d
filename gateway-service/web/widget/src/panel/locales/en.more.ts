/** The texts of what only some welcome screens have; they come with it. */
export const more = {
  alwaysThere: 'Here around the clock',
  ways: 'Other ways to reach us',
  pages: 'Find us elsewhere',
  way: { phone: 'Call', whatsapp: 'WhatsApp', telegram: 'Telegram', email: 'E-mail' },
  card: 'Save contact',
};

export type MoreTexts = typeof more;
