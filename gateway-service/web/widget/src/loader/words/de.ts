import type { Words } from '../english';

export const words: Words = [
  'Chat öffnen',
  'Chat schließen',
  'ungelesen',
  'Der Chat lädt nicht. Versuchen Sie es noch einmal.',
  'Chatten Sie mit uns',
];
