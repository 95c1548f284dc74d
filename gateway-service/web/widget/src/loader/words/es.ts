import type { Words } from '../english';

export const words: Words = [
  'Abrir el chat',
  'Cerrar el chat',
  'sin leer',
  'No se pudo cargar el chat. Inténtelo de nuevo.',
  'Hable con nosotros',
];
