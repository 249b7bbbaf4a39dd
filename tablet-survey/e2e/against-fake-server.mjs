// @ts-check
/*
 * Runs first-rating.mjs against the stand-in server while answers get lost, and checks that every rating was taken once.
 * Needs the built page (`npm run build`).
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startFakeServer } from './fake-server.mjs';

const root = join(import.meta.dirname, '..');
const server = await startFakeServer({ directory: join(root, 'target/classes/assets/tablet') });
server.faults.push('unavailable', 'lost', 'none', 'portal', 'lost');

const script = spawn(process.execPath, [join(import.meta.dirname, 'first-rating.mjs')], {
  stdio: 'inherit',
  env: {
    SCREENSHOT_DIR: join(root, 'target/screenshots'),
    ...process.env,
    BASE_URL: server.url,
    DEVICE_TOKEN: 'fake-token',
  },
});
const exitCode = await new Promise((resolve) => script.on('exit', resolve));
await server.close();

const numbers = [...server.taken.keys()].sort((a, b) => a - b).join();
if (exitCode === 0 && numbers !== '1,2,3,4') {
  console.error(`The server took the numbers ${numbers}, not 1,2,3,4`);
  process.exitCode = 1;
} else {
  process.exitCode = exitCode;
  console.error(`Batches that arrived: ${JSON.stringify(server.posts)}`);
}
