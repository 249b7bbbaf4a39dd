import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Ships `licences.txt`: the licence text of everything that is part of the page, fonts included. */
export function licences(root: string): Plugin {
  return {
    name: 'visitenkarte-licences',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: shipped(root).map(describe).join('\n\n\n') });
    },
  };
}

/** Folders of all run-time packages, each once. */
function shipped(folder: string, modules = join(folder, 'node_modules')): string[] {
  const direct = Object.keys(read(folder).dependencies ?? {}).map((name) => join(modules, name));
  return [...new Set(direct.flatMap((dependency) => [dependency, ...shipped(dependency, modules)]))].sort();
}

function describe(folder: string): string {
  const { name, version, license } = read(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) {
    throw new Error(`${name} has no licence text to ship`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
}

function read(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
}
