// One share with its interval as a bar on a line: HTML positioned by custom properties, so it prints, zooms and needs no canvas.

import { h, withProperty } from './dom.js';

/**
 * @param {{share: number, low: number, high: number} | null} figure shares 0…1; null draws the empty line
 * @param {{from?: number, reference?: number | null}} options the axis runs from `from` to 1; `reference` is another share to
 *     mark
 */
export function interval(figure, { from = 0, reference = null } = {}) {
  const place = (share) => `${(100 * (share - from)) / (1 - from)}%`;
  const line = h('span', { class: 'interval', 'aria-hidden': 'true' });
  if (reference !== null) {
    line.append(withProperty(h('span', { class: 'interval-reference' }), '--at', place(reference)));
  }
  if (figure !== null) {
    const bar = withProperty(h('span', { class: 'interval-bar' }), '--from', place(figure.low));
    line.append(
      withProperty(bar, '--to', place(figure.high)),
      withProperty(h('span', { class: 'interval-point' }), '--at', place(figure.share)),
    );
  }
  return line;
}

/** Where the axis may begin so that every interval fits: 0, 25, 50 or 75 %. @param {number[]} lows */
export function axisStart(lows) {
  return lows.length === 0 ? 0 : Math.min(0.75, Math.floor(Math.min(...lows) * 4) / 4);
}

/** The axis above a column of intervals. @param {(share: number) => string} label */
export function axis(from, label) {
  const steps = [0, 0.5, 1].map((part) => from + part * (1 - from));
  return h(
    'span',
    { class: 'interval-axis', 'aria-hidden': 'true' },
    ...steps.map((share) => h('span', {}, label(share))),
  );
}
