import { defineConfig } from 'vitest/config';
import { patience } from '../testing/patience.ts';

/** Drives the built console in a real browser against the fake gateway: `npm run browser`. */
export default defineConfig({
  test: {
    ...patience,
    name: 'console-browser',
    include: ['test/browser/**/*.test.ts'],
    fileParallelism: false,
  },
});
