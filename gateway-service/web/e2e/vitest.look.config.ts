import { defineConfig } from 'vitest/config';

/** Takes the pictures of the README and the documents: `npm run look -w @parlor/e2e`. */
export default defineConfig({
  test: {
    name: 'pictures',
    root: import.meta.dirname,
    include: ['look/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 240_000,
    fileParallelism: false,
  },
});
