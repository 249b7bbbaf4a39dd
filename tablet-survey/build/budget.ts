import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fails the build when all files of one kind together, compressed, exceed their limit in kB (1,000 bytes). */
export function budget(limits: Readonly<Record<string, number>>): Plugin {
  return {
    name: 'visitenkarte-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const [ending, limit] of Object.entries(limits)) {
        const bytes = Object.values(bundle)
          .filter(({ fileName }) => fileName.endsWith(ending))
          .map((file) => gzipSync(file.type === 'chunk' ? file.code : file.source).length)
          .reduce((sum, length) => sum + length, 0);
        const size = (bytes / 1000).toFixed(1);
        if (bytes > limit * 1000) {
          this.error(`The page's ${ending} is ${size} kB compressed; the limit is ${limit} kB`);
        }
        this.info(`${ending}: ${size} of ${limit} kB compressed`);
      }
    },
  };
}
