import { defineConfig } from 'vitest/config';

/** What people do, in Chromium against the whole system: `npm run e2e`. */
export default defineConfig({
  test: {
    name: 'end to end',
    root: import.meta.dirname,
    include: ['journeys/**/*.test.ts'],
    environment: 'node',
    testTimeout: 90_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    bail: 1,
  },
});
