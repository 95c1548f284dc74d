import type { Words } from '../english';

export const words: Words = ['ውይይቱን ክፈት', 'ውይይቱን ዝጋ', 'ያልተነበቡ', 'ውይይቱን መጫን አልተቻለም። እንደገና ይሞክሩ።', 'ያነጋግሩን'];
