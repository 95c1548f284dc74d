/** Builds dist/widget (loader and panel) and dist/demo, then weighs what a visitor downloads. */
import { readFileSync, rmSync } from 'node:fs';
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
    lib: { entry: here('../src/panel/main.tsx'), formats: ['es'] },
    rolldownOptions: {
      output: { minify: true, entryFileNames: 'panel-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

const manifest = JSON.parse(readFileSync(`${outDir}/manifest.json`, 'utf8'));
const panel = manifest['src/panel/main.tsx'].file;
rmSync(`${outDir}/manifest.json`);

await build({
  ...shared,
  define: { __PANEL__: JSON.stringify(`./${panel}`) },
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

await build({
  ...shared,
  root: here('../demo'),
  base: '/demo/',
  build: { outDir: here('../../dist/demo'), emptyOutDir: true, target, modulePreload: false },
});

weigh(outDir, panel);
