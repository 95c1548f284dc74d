import type { WidgetSettings } from '@parlor/client';

/** The settings of an installation where nobody has changed any. */
export const standardSettings: WidgetSettings = {
  enabled: true,
  brand: { name: 'Parlor', logo: null, primaryColor: '#0b6b5f', buttonColor: '#0b6b5f' },
  texts: {
    title: 'Hi there',
    subtitle: 'Ask us anything. We are glad to help.',
    online: 'We are online',
    offline: 'We are away right now. Leave us a message.',
    callToAction: 'Start a conversation',
    bubble: 'Chat with us',
    footer: null,
    footerLink: null,
  },
  style: { bubble: 'circle', icon: 'chat', effect: 'none', theme: 'auto', side: 'end', zIndex: 1030 },
  form: { email: 'required', phone: 'optional', message: 'optional' },
  hours: {
    zone: 'Z',
    week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
    holidays: [],
  },
  contact: { social: [], card: false, alwaysThere: false },
  answersByMail: true,
};
