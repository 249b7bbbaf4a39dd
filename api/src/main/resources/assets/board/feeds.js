// What is to be said about the feeds of the queue systems, and about figures that were corrected afterwards.

import { h } from './dom.js';
import * as format from './format.js';
import { text } from './texts.js';

const MILLIS_PER_HOUR = 3_600_000;
const CORRECTIONS = 3;

/**
 * One line for every office that needs one; if all report, one quiet line for all.
 *
 * @param {Array<{officeName: string, state: string, silentSince: string | null}>} feeds
 * @param {string} asOf instant of the figures
 */
export function feedLines(feeds, asOf) {
  if (feeds.length > 0 && feeds.every((feed) => feed.state === 'ok')) {
    return [h('li', {}, text(feeds.length === 1 ? 'feed.ok' : 'feed.ok.all'))];
  }
  const states = new Set(feeds.map((feed) => feed.state));
  if (states.size === 1 && !states.has('silent')) {
    return [line(feeds[0].state, text(`feed.${feeds[0].state}`))];
  }
  return feeds
    .filter((feed) => feed.state !== 'ok')
    .map((feed) => line(feed.state, feeds.length === 1 ? words(feed, asOf) : text('feed.office', { office: feed.officeName, words: words(feed, asOf) })));
}

function line(state, said) {
  return h('li', { class: `feed-${state}` }, said);
}

function words({ state, silentSince }, asOf) {
  if (state !== 'silent') {
    return text(`feed.${state}`);
  }
  return format.berlinDay(silentSince) === format.berlinDay(asOf)
    ? text('feed.silent.hours', { hours: Math.max(1, Math.floor((Date.parse(asOf) - Date.parse(silentSince)) / MILLIS_PER_HOUR)) })
    : text('feed.silent.since', { time: format.clock(silentSince, asOf) });
}

/** The newest corrections in one sentence, null if there are none. @param {Array<{date: string, wait: object | null}>} days */
export function correctionsText(days) {
  const corrected = days.filter((day) => day.wait?.correctedOn).reverse();
  if (corrected.length === 0) {
    return null;
  }
  const list = corrected
    .slice(0, CORRECTIONS)
    .map((day) => text('correction.day', { day: format.axisDay(day.date), on: format.axisDay(day.wait.correctedOn) }))
    .join('; ');
  const more = corrected.length - CORRECTIONS;
  return text(more > 0 ? 'correction.more' : 'correction', { list, more });
}
