import type { Words } from '../english';

export const words: Words = [
  'Ouvrir la discussion',
  'Fermer la discussion',
  'non lus',
  'La discussion n’a pas pu être chargée. Réessayez.',
  'Discutez avec nous',
];
