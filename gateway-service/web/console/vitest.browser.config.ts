import { defineConfig } from 'vitest/config';

/** Drives the built console in a real browser against the fake gateway: `npm run browser`. */
export default defineConfig({
  test: {
    name: 'console-browser',
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 30_000,
    fileParallelism: false,
  },
});
