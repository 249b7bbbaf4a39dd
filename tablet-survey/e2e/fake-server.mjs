// @ts-check
/*
 * A stand-in for the API: serves the built page with the production content security policy and takes ratings as
 * `POST /v1/ratings` promises to. Run by itself (`npm start`) it prints a pairing link.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What may go wrong with one POST. `lost`: the ratings are taken but the answer never arrives.
 *
 * @typedef {'none' | 'lost' | 'unavailable' | 'portal' | 'unauthorized' | 'tooLarge' | 'rejecting' | 'forgetful'} Fault
 */

/**
 * @typedef {object} FakeServer
 * @property {string} url without a trailing slash
 * @property {Fault[]} faults one is used up per POST; none left = all is well
 * @property {Map<number, any>} taken ratings by sequence number, each once
 * @property {number[][]} posts sequence numbers of every POST that came in
 * @property {() => Promise<void>} close
 */

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'";
/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const CONFIGURATION = {
  authorityName: 'Musterstadt',
  officeName: 'Ausländerbehörde Musterstadt',
  areaName: 'Aufenthalt',
  simulated: true,
  instrumentVersion: 1,
};

/**
 * @param {{ directory?: string, token?: string, port?: number, largestBatch?: number, now?: () => Date }} [options]
 * @returns {Promise<FakeServer>}
 */
export async function startFakeServer(options = {}) {
  const { directory, token = 'fake-token', port = 0, largestBatch = 500, now = () => new Date() } = options;
  /** @type {Fault[]} */
  const faults = [];
  /** @type {Map<number, any>} */
  const taken = new Map();
  /** @type {number[][]} */
  const posts = [];

  /**
   * @param {import('node:http').ServerResponse} response
   * @param {number} status
   * @param {object} body
   * @param {Record<string, string>} [headers]
   */
  function answer(response, status, body, headers = {}) {
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(JSON.stringify(body));
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function takeRatings(request, response) {
    let text = '';
    for await (const part of request) {
      text += part;
    }
    /** @type {{ ratings: any[] }} */
    const { ratings } = JSON.parse(text);
    posts.push(ratings.map(({ sequenceNumber }) => sequenceNumber));
    const fault = faults.shift() ?? 'none';
    if (fault === 'unauthorized' || request.headers.authorization !== `Bearer ${token}`) {
      return answer(response, 401, { title: 'Unknown token', status: 401 });
    }
    if (fault === 'unavailable') {
      return answer(response, 503, { title: 'Try again', status: 503 }, { 'Retry-After': '1' });
    }
    if (fault === 'portal') {
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Willkommen im WLAN</h1>');
    }
    if (fault === 'tooLarge' || ratings.length > largestBatch) {
      return answer(response, 413, { title: 'Too large', status: 413 });
    }
    const verdicts = ratings.map((rating) => {
      const { sequenceNumber } = rating;
      if (fault === 'rejecting') {
        return { sequenceNumber, verdict: 'rejected', reason: 'unknown language' };
      }
      const verdict = taken.has(sequenceNumber) ? 'duplicate' : 'accepted';
      taken.set(sequenceNumber, rating);
      return { sequenceNumber, verdict };
    });
    if (fault === 'lost') {
      return request.socket.destroy();
    }
    const named = fault === 'forgetful' ? verdicts.slice(1) : verdicts;
    return answer(response, 202, { serverTime: now().toISOString(), verdicts: named });
  }

  /**
   * @param {string} path
   * @param {import('node:http').ServerResponse} response
   */
  async function serveFile(path, response) {
    const file = path === '/tablet/' ? 'index.html' : path.slice('/tablet/'.length);
    const body = await readFile(join(directory ?? '.', file));
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
      'Cache-Control': file.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache',
    });
    response.end(body);
  }

  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/v1/ratings' && request.method === 'POST') {
        await takeRatings(request, response);
      } else if (pathname === '/v1/device/configuration') {
        const known = request.headers.authorization === `Bearer ${token}`;
        answer(response, known ? 200 : 401, known ? CONFIGURATION : { title: 'Unknown token', status: 401 });
      } else if (pathname.startsWith('/tablet/') && !pathname.includes('..') && directory !== undefined) {
        await serveFile(pathname, response);
      } else {
        answer(response, 404, { title: 'Not found', status: 404 });
      }
    } catch (error) {
      answer(response, 404, { title: String(error), status: 404 });
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    faults,
    taken,
    posts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const directory = join(import.meta.dirname, '../target/classes/assets/tablet');
  const { url } = await startFakeServer({ directory, port: Number(process.env['PORT'] ?? 0) });
  console.log(`${url}/tablet/#token=fake-token`);
}
