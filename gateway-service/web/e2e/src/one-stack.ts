import type { TestProject } from 'vitest/node';
import { Stack } from './stack';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the system is that all tests of the protocol share. */
    parlor: string;
  }
}

/** One system for all tests of the protocol. `PARLOR_URL` names one that runs already. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['PARLOR_URL'];
  if (running !== undefined) {
    project.provide('parlor', running);
    return () => Promise.resolve();
  }
  const stack = await Stack.start();
  project.provide('parlor', stack.url);
  return () => stack.stop();
}
