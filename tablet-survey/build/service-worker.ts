import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** Not needed to run, so not kept for offline use. */
const LEFT_OUT = ['sw.js', 'licences.txt'];

/** Builds `sw.js` last, with the list of exactly those files that the build has put out. */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'visitenkarte-service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      const files = listFiles(config.build.outDir)
        .filter((path) => !LEFT_OUT.includes(path))
        .map((path) => [path === 'index.html' ? './' : path, sha256(join(config.build.outDir, path))] as const);
      const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) },
        build: {
          target: config.build.target,
          outDir: config.build.outDir,
          emptyOutDir: false,
          rolldownOptions: {
            input: join(config.root, 'src/offline/service-worker.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}

function listFiles(directory: string, below = ''): string[] {
  return readdirSync(join(directory, below))
    .sort()
    .flatMap((name) => {
      const path = below === '' ? name : `${below}/${name}`;
      return statSync(join(directory, path)).isDirectory() ? listFiles(directory, path) : [path];
    });
}

function sha256(path: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`;
}
