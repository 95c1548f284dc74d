/**
 * How long a fact may take before it counts as missing. Machines that test stall for seconds, and waiting for what
 * comes costs nothing.
 */
export const FACT_MS = 60_000;

/** For `vi.waitFor`, which no configuration reaches; `expect.poll` knows its test only where tests do not run beside each other. */
export const PATIENCE = { timeout: FACT_MS };

/** What every configuration of tests has. A test waits for several facts, and so does what is set up for it. */
export const patience = {
  testTimeout: 5 * FACT_MS,
  hookTimeout: 5 * FACT_MS,
  expect: { poll: { timeout: FACT_MS } },
};
