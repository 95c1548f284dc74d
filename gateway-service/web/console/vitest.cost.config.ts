import { defineConfig } from 'vitest/config';

const LONGEST_MS = 15 * 60_000;

/** Measures the built console with very much in it: `npm run cost`. A measurement, so no part of the tests. */
export default defineConfig({
  test: {
    name: 'console-cost',
    include: ['test/cost/**/*.test.ts'],
    testTimeout: LONGEST_MS,
    hookTimeout: LONGEST_MS,
    disableConsoleIntercept: true,
  },
});
