import { defineConfig } from 'vitest/config';

/** What a person does, in a real Chromium on the built files: `npm run browser`. */
export default defineConfig({
  test: {
    name: 'widget in a browser',
    root: import.meta.dirname,
    include: ['browser/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 30_000,
    fileParallelism: false,
  },
});
