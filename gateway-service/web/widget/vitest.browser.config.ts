import { defineConfig } from 'vitest/config';
import { patience } from '../testing/patience.ts';

/** What a person does, in a real Chromium on the built files: `npm run browser`. */
export default defineConfig({
  test: {
    ...patience,
    name: 'widget in a browser',
    root: import.meta.dirname,
    include: ['browser/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
  },
});
