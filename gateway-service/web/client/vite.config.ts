import { defineConfig } from 'vitest/config';
import { patience } from '../testing/patience.ts';

export default defineConfig({
  test: { ...patience, name: 'client', include: ['test/**/*.test.ts'] },
});
