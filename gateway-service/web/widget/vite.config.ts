import { defineConfig } from 'vitest/config';
import { patience } from '../testing/patience.ts';

/** Unit tests only; the build is in scripts/build.js, because loader and panel are two builds. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { ...patience, name: 'widget', include: ['test/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
});
