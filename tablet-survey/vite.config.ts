import { defineConfig } from 'vitest/config';
import { budget } from './build/budget.ts';
import { licences } from './build/licences.ts';
import { serviceWorker } from './build/service-worker.ts';
import { appVersion } from './build/version.ts';

export default defineConfig({
  base: '/tablet/',
  define: { APP_VERSION: JSON.stringify(appVersion(import.meta.dirname)) },
  plugins: [budget({ '.js': 40, '.css': 6 }), licences(import.meta.dirname), serviceWorker()],
  build: {
    // The oldest Chrome a tablet may have: managed Android tablets are not all up to date.
    target: 'chrome109',
    // Where Maven packs the jar from.
    outDir: 'target/classes/assets/tablet',
    emptyOutDir: true,
    // The content security policy allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['fake-indexeddb/auto'],
  },
});
