import { defineConfig } from 'vitest/config';
import { patience } from '../testing/patience.ts';

const PROTOCOL = 'journeys/protocol-*.test.ts';
const shared = { ...patience, environment: 'node' as const, fileParallelism: false };

/** What people do, in Chromium, and what the protocol says, against the whole system: `npm run e2e`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    fileParallelism: false,
    bail: 1,
    projects: [
      { test: { ...shared, name: 'end to end', include: ['journeys/**/*.test.ts'], exclude: [PROTOCOL] } },
      { test: { ...shared, name: 'protocol', include: [PROTOCOL], globalSetup: './src/one-stack.ts' } },
    ],
  },
});
