import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const packages = ['client', 'widget', 'console'];

export default defineConfig({
  test: {
    projects: packages.filter((name) => existsSync(new URL(`${name}/vite.config.ts`, import.meta.url))),
  },
});
