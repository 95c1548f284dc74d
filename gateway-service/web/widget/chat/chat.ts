/** A page for conversations that began on none, or on one that a mail may not lead to. */
import { primary, wished } from '../src/language';

type Words = readonly [title: string, text: string];

const ENGLISH: Words = ['Your conversation', 'It opens in the corner of this page.'];
const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  de: ['Ihr Gespräch', 'Es öffnet sich in der Ecke dieser Seite.'],
  fr: ['Votre conversation', 'Elle s’ouvre dans le coin de cette page.'],
  es: ['Su conversación', 'Se abre en la esquina de esta página.'],
  ar: ['محادثتك', 'تُفتح في زاوية هذه الصفحة.'],
  am: ['የእርስዎ ውይይት', 'በዚህ ገጽ ጥግ ላይ ይከፈታል።'],
};

const language = primary(wished(...navigator.languages));
const [title, text] = WORDS[language] ?? ENGLISH;
const page = document.documentElement;
page.lang = language in WORDS ? language : 'en';
page.dir = language === 'ar' ? 'rtl' : 'ltr';
document.title = title;
for (const [id, words] of Object.entries({ title, text })) {
  document.getElementById(id)?.replaceChildren(words);
}

const parlor = window as { Parlor?: { push(command: readonly unknown[]): unknown } };
(parlor.Parlor ??= []).push(['open']);
