// The table behind a chart: the same numbers, to read, to listen to and to copy into a spreadsheet.

import { h, patch } from './dom.js';
import { text } from './texts.js';

const COPIED_MILLIS = 2_000;

/**
 * @typedef {{words: string, state?: string}} Cell what stands in a cell, and the state class if it is not a number
 */

/**
 * Fills a `<details>` with a table; called again it changes only what differs.
 *
 * @param {HTMLDetailsElement} details
 * @param {string} caption
 * @param {string[]} columns headings; the first is the one of the row headings
 * @param {Cell[][]} rows one cell per column
 */
export function showTable(details, caption, columns, rows) {
  if (details.childElementCount === 0) {
    build(details);
  }
  const region = details.querySelector('.table-scroll');
  region.setAttribute('aria-label', caption);
  const table = details.querySelector('table');
  patch(
    table,
    h('caption', { class: 'visually-hidden' }, caption),
    h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', { scope: 'col' }, column)))),
    table.tBodies[0] ?? h('tbody'),
  );
  patch(table.tBodies[0], ...rows.map(row));
}

function row([head, ...cells]) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, head.words),
    ...cells.map((cell) => h('td', { class: cell.state && cell.state !== 'released' ? 'no-number' : null }, cell.words)),
  );
}

function build(details) {
  const table = h('table', {}, h('tbody'));
  // The clipboard exists in secure contexts only; without it the table can still be marked and copied by hand.
  const copy = navigator.clipboard
    ? h('button', { type: 'button', class: 'copy', onclick: (event) => copyTable(table, event.currentTarget) }, text('table.copy'))
    : null;
  details.append(
    h('summary', {}, text('table.open')),
    h('div', { class: 'table-tools' }, copy, h('span', { role: 'status' })),
    h('div', { class: 'table-scroll', role: 'region', tabindex: '0' }, table),
  );
}

async function copyTable(table, button) {
  const lines = [...table.rows].map((line) => [...line.cells].map((cell) => cell.textContent).join('\t'));
  await navigator.clipboard.writeText(lines.join('\n'));
  const status = button.nextElementSibling;
  status.textContent = text('table.copied');
  setTimeout(() => (status.textContent = ''), COPIED_MILLIS);
}
