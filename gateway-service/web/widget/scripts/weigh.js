import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LOADER_LIMIT = 5 * 1024;
const FIRST_MESSAGE_LIMIT = 20 * 1024;

/** Fails the build when a visitor would download more than promised. */
export function weigh(directory, panel) {
  const loader = weight(directory, ['loader.js']);
  const all = weight(directory, ['loader.js', ...new Set(withImports(directory, panel))]);
  const kib = (bytes) => `${(bytes / 1024).toFixed(2)} KiB`;
  console.log(`widget, gzipped: loader ${kib(loader)} of ${kib(LOADER_LIMIT)}`);
  console.log(`widget, gzipped: until the first message ${kib(all)} of ${kib(FIRST_MESSAGE_LIMIT)}`);
  if (loader > LOADER_LIMIT || all > FIRST_MESSAGE_LIMIT) {
    console.error('The widget is heavier than it promises to be.');
    process.exitCode = 1;
  }
}

const weight = (directory, files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`${directory}/${file}`), { level: 9 }).length, 0);

/** The panel and what it imports at once, maybe more than once; languages come only where they are spoken. */
function withImports(directory, file) {
  const text = readFileSync(`${directory}/${file}`, 'utf8');
  const imports = [...text.matchAll(/(?:from|^import)\s*["']\.\/([^"']+)["']/g)].map(([, name]) => name);
  return [file, ...imports.flatMap((name) => withImports(directory, name))];
}
