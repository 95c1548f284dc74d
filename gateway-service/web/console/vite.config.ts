import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { patience } from '../testing/patience.ts';

const gateway = process.env['PARLOR_GATEWAY'] ?? 'http://localhost:8080';
const proxied = { target: gateway, ws: true, headers: { origin: gateway } };

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2023',
    // Tokens use light-dark() and oklch(): leave them as they are.
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    // The policy of the page allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes with a release of the console, and what does not.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'libraries', test: /node_modules/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': proxied, '/ws': proxied } },
  test: { ...patience, name: 'console', include: ['test/unit/**/*.test.ts'] },
});
