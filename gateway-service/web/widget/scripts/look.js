/** Runs browser/look.ts, which Node alone cannot read. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
await runnerImport(`${root}browser/look.ts`, { configFile: false, root });
