/** Builds dist/widget (loader and panel), dist/demo and dist/chat, then weighs what a visitor downloads. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { weigh } from './weigh.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('../../dist/widget');
const shared = {
  configFile: false,
  root: here('..'),
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
};
const target = ['chrome111', 'edge111', 'firefox115', 'safari16.4'];

/**
 * What both the panel and what comes after it use: in one file, which is a few hundred bytes less than one for each
 * set of users.
 */
const SHARED =
  /node_modules\/preact|client\/src\/(api|http|observable|problem)\.ts|widget\/src\/(settings|panel\/(context|parts))\.tsx?$/;

/** What the bubble says, a file a language: one who speaks English needs none. */
const words = Object.fromEntries(
  readdirSync(here('../src/loader/words')).map((file) => [
    `words-${file.replace('.ts', '')}`,
    here(`../src/loader/words/${file}`),
  ]),
);

await build({
  ...shared,
  base: './',
  build: {
    outDir,
    emptyOutDir: true,
    target,
    manifest: 'manifest.json',
    modulePreload: false,
    // A library: without the helper that applications get for preloading.
    lib: { entry: { panel: here('../src/panel/main.tsx'), ...words }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'parts', test: SHARED }] },
      },
    },
  },
});

const manifest = JSON.parse(readFileSync(`${outDir}/manifest.json`, 'utf8'));
const panel = manifest['src/panel/main.tsx'].file;
const files = Object.values(manifest).flatMap(({ name, file }) => (name in words ? [[name, file]] : []));
const named = Object.fromEntries(files.map(([name, file]) => [name.replace('words-', ''), `./${file}`]));
rmSync(`${outDir}/manifest.json`);

await build({
  ...shared,
  define: { __PANEL__: JSON.stringify(`./${panel}`), __WORDS__: JSON.stringify(named) },
  build: {
    outDir,
    emptyOutDir: false,
    target,
    rolldownOptions: {
      input: here('../src/loader/main.ts'),
      output: { format: 'iife', entryFileNames: 'loader.js' },
    },
  },
});

for (const page of ['demo', 'chat']) {
  await build({
    ...shared,
    root: here(`../${page}`),
    base: `/${page}/`,
    build: { outDir: here(`../../dist/${page}`), emptyOutDir: true, target, modulePreload: false },
  });
}

weigh(outDir, panel);
