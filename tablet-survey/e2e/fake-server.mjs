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
 * What a manager does, and what the server wants of the tablet. `codes` counts the pairings that were begun.
 *
 * @typedef {object} Office
 * @property {'pending' | 'slow-down' | 'expired' | 'denied' | 'lost' | string} decision on the code that was given last; any other
 *   word is the token the tablet gets
 * @property {number} codes
 * @property {Set<string>} tokens those that are recognised
 * @property {string | undefined} nextToken what a tablet gets that asks for a new one
 * @property {boolean} rotate
 * @property {boolean} revoked
 * @property {any[]} heartbeats every report that came in
 * @property {number} configurations how often a configuration was sent, not counting `304`
 */

/**
 * @typedef {object} FakeServer
 * @property {Office} office
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
 * @param {{ directory?: string, token?: string, port?: number, largestBatch?: number, interval?: number, now?: () => Date }} [options]
 * @returns {Promise<FakeServer>}
 */
export async function startFakeServer(options = {}) {
  const { directory, token = 'fake-token', port = 0, largestBatch = 500, interval = 5, now = () => new Date() } = options;
  /** @type {Fault[]} */
  const faults = [];
  /** @type {Map<number, any>} */
  const taken = new Map();
  /** @type {number[][]} */
  const posts = [];
  /** @type {Office} */
  const office = {
    decision: 'pending',
    codes: 0,
    tokens: new Set([token]),
    nextToken: undefined,
    rotate: false,
    revoked: false,
    heartbeats: [],
    configurations: 0,
  };

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

  /** @param {import('node:http').IncomingMessage} request */
  async function read(request) {
    let text = '';
    for await (const part of request) {
      text += part;
    }
    return JSON.parse(text);
  }

  /** @param {import('node:http').IncomingMessage} request */
  function isKnown(request) {
    return office.tokens.has(request.headers.authorization?.replace('Bearer ', '') ?? '');
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  function serveDevice(request, response) {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/v1/device/pairings') {
      office.codes += 1;
      const userCode = `BCDF-GHJ${'KLMNPQRSTVWXZ'[(office.codes - 1) % 13]}`;
      return answer(response, 200, {
        deviceCode: `device-code-${office.codes}`,
        userCode,
        verificationUri: '/console/tablets/pair',
        verificationUriComplete: `/console/tablets/pair?code=${userCode}`,
        expiresIn: 600,
        interval,
      });
    }
    if (pathname === '/v1/device/pairings/token') {
      return decide(request, response);
    }
    if (!isKnown(request)) {
      return answer(response, 401, { type: '/problems#unauthorized', status: 401 });
    }
    const { rotate, revoked } = office;
    const tag = `"${rotate}-${revoked}"`;
    if (pathname === '/v1/device/heartbeat') {
      return read(request).then((heartbeat) => {
        office.heartbeats.push(heartbeat);
        return answer(response, 200, { serverTime: now().toISOString(), rotate, revoked, configurationTag: tag });
      });
    }
    if (pathname === '/v1/device/token') {
      if (office.nextToken === undefined) {
        return answer(response, 409, { type: '/problems#conflict', status: 409 });
      }
      return answer(response, 200, { token: office.nextToken });
    }
    if (request.headers['if-none-match'] === tag) {
      return response.writeHead(304, { ETag: tag }).end();
    }
    office.configurations += 1;
    return answer(response, 200, { ...CONFIGURATION, rotate, revoked }, { ETag: tag });
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function decide(request, response) {
    const { deviceCode } = await read(request);
    const types = {
      pending: 'authorization-pending',
      'slow-down': 'slow-down',
      expired: 'expired-token',
      denied: 'access-denied',
    };
    const decision = deviceCode === `device-code-${office.codes}` ? office.decision : 'expired';
    if (decision === 'lost') {
      return request.socket.destroy();
    }
    const type = types[/** @type {keyof typeof types} */ (decision)];
    return type === undefined
      ? answer(response, 200, { token: decision })
      : answer(response, 400, { type: `/problems#${type}`, status: 400 });
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function takeRatings(request, response) {
    /** @type {{ ratings: any[] }} */
    const { ratings } = await read(request);
    posts.push(ratings.map(({ sequenceNumber }) => sequenceNumber));
    const fault = faults.shift() ?? 'none';
    if (fault === 'unauthorized' || !isKnown(request)) {
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
      } else if (pathname.startsWith('/v1/device/')) {
        await serveDevice(request, response);
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
    office,
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
