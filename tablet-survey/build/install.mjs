// @ts-check
/*
 * `npm ci`, but only when the installed packages are missing or older than package-lock.json: it takes seconds that most
 * builds need not spend.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** @param {string} path milliseconds since 1970, or 0 if there is no such file */
function changedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync('npm', ['ci', '--prefer-offline'], { cwd: root, stdio: 'inherit', shell: windows });
  if (error !== undefined) {
    console.error(`npm cannot be started (${error.message}). It comes with Node.js 20.19 or newer.`);
  }
  process.exitCode = status ?? 1;
}
