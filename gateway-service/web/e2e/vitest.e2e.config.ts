import { defineConfig } from 'vitest/config';

const PROTOCOL = 'journeys/protocol-*.test.ts';
const patience = {
  environment: 'node' as const,
  testTimeout: 90_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
};

/** What people do, in Chromium, and what the protocol says, against the whole system: `npm run e2e`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    fileParallelism: false,
    bail: 1,
    projects: [
      { test: { ...patience, name: 'end to end', include: ['journeys/**/*.test.ts'], exclude: [PROTOCOL] } },
      { test: { ...patience, name: 'protocol', include: [PROTOCOL], globalSetup: './src/one-stack.ts' } },
    ],
  },
});
