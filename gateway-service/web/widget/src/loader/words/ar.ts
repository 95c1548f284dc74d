import type { Words } from '../english';

export const words: Words = [
  'فتح المحادثة',
  'إغلاق المحادثة',
  'غير مقروءة',
  'تعذّر تحميل المحادثة. حاول مرة أخرى.',
  'تحدّث معنا',
];
