// A stand-in for the api: serves the board's files and made-up figures with every state a figure can have.
// Started alone (`node fake-board.mjs [port] [echarts.esm.min.js]`) it is there to work on the board without the Java side.

import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const BOARD = join(dirname(fileURLToPath(import.meta.url)), '../../main/resources/assets/board');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
// Stricter than production needs: no inline styles at all.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const PILOTS = [
  'Altmarkingen', 'Landkreis Beispielheide', 'Landkreis Mustermoor', 'Landkreis Nirgendsdorf-Hinterwald', 'Landkreis Probetal',
  'Landkreis Winkelsee', 'Landkreis Zettelbergen', 'Musterstadt', 'Neuburg am Beispiel',
];
const COMPARISONS = [
  'Ahornfelde', 'Birkenrode', 'Erlenhorst', 'Landkreis Buchengrund', 'Landkreis Eschenau', 'Landkreis Fichtenkamp',
  'Landkreis Haselünde', 'Landkreis Kiefernbruch', 'Landkreis Lindenmark', 'Landkreis Pappelwerder', 'Landkreis Tannengrund-Weidenbach', 'Ulmenstadt', 'Weidenburg',
];
const NO_RATING = {
  answers: null, positive: null, sharePositive: null, low: null, high: null, mean: null, counts: null, releasedAt: null,
};
const NO_WAIT = { visits: null, medianMinutes: null, p90Minutes: null, share15: null, share30: null, releasedAt: null, correctedOn: null };

export const AUTHORITIES = [
  ...PILOTS.map((name) => authority(name, 'pilot')),
  ...COMPARISONS.map((name) => authority(name, 'comparison')),
];

function authority(name, pilotRole) {
  return { id: name.toLowerCase().replace(/ä|ö|ü/g, 'u').replace(/[^a-z]+/g, '-'), name, kind: name.startsWith('Landkreis') ? 'district' : 'city', pilotRole };
}

/** Mulberry32: the same figures in every run. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function wilson(positive, total) {
  const z = 1.959964;
  const share = positive / total;
  const centre = (share + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half = (z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))) / (1 + (z * z) / total);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

export function rating(answers, share, roll, withCounts = false) {
  if (answers < 5) {
    return { state: answers === 0 ? 'none' : 'suppressed', reason: answers === 0 ? null : 'too-few-answers', ...NO_RATING };
  }
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < answers; i++) {
    const positive = roll() < share;
    counts[positive ? (roll() < 0.55 ? 4 : 3) : [2, 1, 0][Math.floor(roll() * 3)]]++;
  }
  const positive = counts[3] + counts[4];
  const [low, high] = wilson(positive, answers);
  const mean = counts.reduce((sum, count, index) => sum + count * (index - 2), 0) / answers;
  return {
    state: 'released', reason: null, answers, positive, sharePositive: positive / answers, low, high, mean,
    counts: withCounts ? counts : null, releasedAt: new Date(Date.now() - 20 * 60_000).toISOString(),
  };
}

function wait(visits, median) {
  if (visits < 5) {
    return { state: visits === 0 ? 'none' : 'suppressed', reason: visits === 0 ? null : 'too-few-visits', ...NO_WAIT };
  }
  return {
    state: 'released', reason: null, visits, medianMinutes: median, p90Minutes: median * 2.3 + 4, share15: Math.max(0, 0.9 - median / 40),
    share30: Math.max(0.02, 1 - median / 60), releasedAt: new Date().toISOString(), correctedOn: null,
  };
}

const isoDay = (date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(date);

function day(date, index, perDay, roll) {
  const weekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
  if (weekend || (index > 30 && index < 36)) {
    return null;
  }
  const answers = Math.round(perDay * (0.5 + roll()));
  const visits = index > 60 && index < 66 ? 0 : answers * 9 + Math.round(roll() * 9);
  const oneRating = rating(answers, 0.72 + index / 900, roll);
  const oneWait = wait(visits, 8 + 14 * roll() + (index > 45 ? 0 : 9));
  return {
    date, rating: oneRating, wait: oneWait,
    participation: oneRating.state === 'released' && oneWait.state === 'released' ? answers / visits : null,
  };
}

function lead(visits) {
  const nothing = { visits: null, medianDays: null, p90Days: null, shareUnder14: null, shareUnder28: null };
  if (visits < 5) {
    return { state: visits === 0 ? 'none' : 'suppressed', reason: visits === 0 ? null : 'too-few-answers', ...nothing };
  }
  return { state: 'released', reason: null, visits, medianDays: 23, p90Days: 51.4, shareUnder14: 0.18, shareUnder28: 0.61 };
}

/** Every state of a feed, one office after the other. */
function feeds(seed, now) {
  const feed = (officeName, state, hoursAgo = null) => ({
    officeId: officeName.toLowerCase(), officeName, state, silentSince: hoursAgo === null ? null : new Date(now.getTime() - hoursAgo * 3_600_000).toISOString(),
  });
  return {
    1: [feed('Bürgerhaus Mitte', 'ok'), feed('Rathaus Nord', 'silent', 72), feed('Außenstelle Süd', 'never'), feed('Außenstelle West', 'none')],
    3: [feed('Rathaus', 'none')],
    4: [feed('Rathaus', 'never')],
    6: [feed('Rathaus', 'silent', 0.6)],
  }[seed] ?? [feed('Rathaus', 'ok')];
}

const POLICY_NUMBERS = { blockSize: 5, minimumForShares: 10, minimumForExtremes: 30, minimumForComparison: 100 };

/** The answer for one authority; its place in the list decides which edge case it is. */
export function authorityAnswer(chosen) {
  const seed = AUTHORITIES.indexOf(chosen);
  const roll = dice(seed + 1);
  const now = new Date();
  const today = isoDay(now);
  const perDay = { 2: 5, 3: 0, 4: 3 }[seed] ?? 14;
  const trend = [];
  for (let back = 89; back >= 1; back--) {
    const entry = perDay === 0 ? null : day(isoDay(new Date(now.getTime() - back * 86_400_000)), 89 - back, perDay, roll);
    if (entry !== null) {
      if (seed === 6 && entry.wait.state === 'released' && back % 9 === 0) {
        entry.wait.correctedOn = isoDay(new Date(now.getTime() - (back - 1) * 86_400_000));
      }
      trend.push(entry);
    }
  }
  const answersToday = { 2: 5, 3: 0, 4: 3 }[seed] ?? 14;
  const ratingToday = rating(answersToday, 0.84, roll);
  const waitToday = wait({ 3: 0, 4: 4 }[seed] ?? 132, 17.4);
  const hour = new Date(now);
  hour.setUTCMinutes(0, 0, 0);
  const current = { from: hour.toISOString(), to: new Date(hour.getTime() + 3_600_000).toISOString() };
  const month = Number(today.slice(5, 7));
  const quarterStart = `${today.slice(0, 4)}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  return {
    simulated: true,
    asOf: now.toISOString(),
    policy: POLICY_NUMBERS,
    authority: chosen,
    today: {
      date: today, rating: ratingToday, wait: waitToday,
      participation: ratingToday.state === 'released' && waitToday.state === 'released' ? answersToday / waitToday.visits : null,
      currentHour: seed === 3 ? null : { ...current, ...wait(seed === 4 ? 2 : 12, seed === 5 ? 0.4 : 14) },
    },
    trend,
    appointments: {
      periodStart: quarterStart, periodEnd: quarterStart,
      with: wait({ 3: 0, 4: 3 }[seed] ?? 4120, 9.2), without: wait({ 3: 0, 4: 0 }[seed] ?? 812, 38.6), lead: lead({ 1: 0, 3: 0, 4: 2 }[seed] ?? 3950),
    },
    feeds: feeds(seed, now),
    distribution: {
      periodStart: quarterStart, periodEnd: quarterStart,
      rating: rating({ 2: 212, 3: 0, 4: 4, 6: 1234 }[seed] ?? 812, 0.81, roll, true),
    },
  };
}

function comparisonAnswer(query) {
  const kind = query.get('period') ?? 'month';
  const start = query.get('start') ?? (kind === 'month' ? '2026-10-01' : '2026-07-01');
  const roll = dice(start.length + Number(start.slice(5, 7)) + (kind === 'quarter' ? 50 : 0));
  const times = kind === 'quarter' ? 3 : 1;
  const rows = AUTHORITIES.map((one, index) => {
    const answers = { 2: 60, 3: 0, 11: 80, 15: 3 }[index] ?? Math.round((140 + roll() * 260) * times);
    const value = rating(answers, 0.68 + roll() * 0.2, roll);
    const compared = value.state === 'released' && answers < 100
      ? { state: 'suppressed', reason: 'too-few-for-comparison', ...NO_RATING }
      : value;
    const visits = index === 3 ? 0 : answers * 9 + 40;
    return { ...one, rating: compared, wait: wait(visits, 9 + roll() * 22), participation: compared.state === 'released' ? answers / visits : null };
  });
  const period = (month) => ({ kind: 'month', start: `2026-${month}-01`, end: `2026-${String(Number(month) + 1).padStart(2, '0')}-01` });
  return {
    simulated: true,
    asOf: new Date().toISOString(),
    policy: POLICY_NUMBERS,
    period: { kind, start, end: start },
    periods: [period('11'), period('10'), period('09'), { kind: 'quarter', start: '2026-07-01', end: '2026-10-01' }],
    authorities: rows,
    pilots: { rating: rating(2140 * times, 0.79, roll), wait: wait(19_800 * times, 17.2), participation: 0.108 },
    comparison: { rating: rating(3020 * times, 0.74, roll), wait: wait(28_100 * times, 21.6), participation: 0.107 },
  };
}

/**
 * Starts the stand-in on a free port of the loopback interface.
 *
 * @param {{echarts?: string, port?: number}} options path of the ECharts module; without it the chart cannot be loaded
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startFakeBoard({ echarts = null, port = 0 } = {}) {
  const json = (response, status, body) => {
    response.writeHead(status, { 'Content-Type': status === 200 ? 'application/json' : 'application/problem+json' });
    response.end(JSON.stringify(body));
  };
  const figures = (path, query, response) => {
    if (path === 'authorities') {
      json(response, 200, { simulated: true, authorities: AUTHORITIES });
    } else if (path === 'comparison') {
      json(response, 200, comparisonAnswer(query));
    } else {
      const found = AUTHORITIES.find((one) => `authorities/${one.id}` === path);
      json(response, found ? 200 : 404, found ? authorityAnswer(found) : { status: 404, title: 'Not Found' });
    }
  };
  const file = (path, response) => {
    const name = path === '/board/' ? '/board/index.html' : path;
    const source = name === '/board/vendor/echarts.esm.min.js' ? echarts : join(BOARD, normalize(name.slice('/board'.length)));
    if (!name.startsWith('/board/') || source === null || !existsSync(source)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[extname(source)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache',
    });
    createReadStream(source).pipe(response);
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname === '/v1/session') {
      json(response, 200, { name: 'Erika Beispiel', role: 'ministry', authorityId: null, authorityName: null, formToken: 'none' });
      return;
    }
    if (pathname.startsWith('/v1/board/')) {
      figures(decodeURIComponent(pathname.slice('/v1/board/'.length)), searchParams, response);
    } else {
      file(pathname, response);
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fake = await startFakeBoard({ port: Number(process.argv[2] ?? 0), echarts: process.argv[3] ?? null });
  console.log(`${fake.url}/board/`);
}
