// The distribution of the five answers as one bar, worst to best, in the colours of the faces on the tablet.

import * as format from './format.js';
import { h, withProperty } from './dom.js';
import { text } from './texts.js';

const VALUES = [1, 2, 3, 4, 5];
const LABELLED_FROM = 0.1;

/**
 * Bar and key of a released distribution.
 *
 * @param {number[]} counts how many gave 1…5
 * @returns {HTMLElement}
 */
export function likert(counts) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = VALUES.map((value, index) => ({
    value,
    count: counts[index],
    share: counts[index] / total,
    label: text(`answer.${value}`),
  }));
  const description = text('distribution.description', {
    parts: parts.map((part) => `${part.label} ${format.percent(part.share)}`).join(', '),
  });
  const given = parts.filter((part) => part.count > 0);
  return h(
    'div',
    { class: 'likert' },
    h('div', { class: 'likert-bar', role: 'img', 'aria-label': description }, ...given.map(segment)),
    h('ul', { class: 'likert-key', role: 'list' }, ...parts.map(keyEntry)),
  );
}

function segment(part) {
  const label = part.share >= LABELLED_FROM ? format.percent(part.share) : null;
  return withProperty(h('span', { class: `answer-${part.value}` }, label), '--share', String(part.share));
}

function keyEntry(part) {
  return h(
    'li',
    {},
    h('span', { class: `swatch answer-${part.value}`, 'aria-hidden': 'true' }),
    h('span', { class: 'likert-label' }, part.label),
    h('span', { class: 'likert-share' }, format.percent(part.share)),
    h('span', { class: 'likert-count' }, format.count(part.count)),
  );
}
