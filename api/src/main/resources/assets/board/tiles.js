// One figure large, with what explains it beneath.

import { h } from './dom.js';
import { text } from './texts.js';

/**
 * @param {string} name the tile is called by the text `tile.<name>`
 * @param {{words: string, state: string}} figure see figures.js
 * @param {...(Node | string | null | false)} notes
 */
export function tile(name, figure, ...notes) {
  const title = `tile-${name}`;
  return h(
    'section',
    { class: `tile tile-${figure.state}`, 'aria-labelledby': title },
    h('h3', { id: title }, text(`tile.${name}`)),
    h('p', { class: 'tile-value' }, ...sized(figure)),
    ...notes.map((note) => (typeof note === 'string' ? h('p', {}, note) : note)),
  );
}

/** The number large, its unit smaller: they are parted by the narrow no-break space. */
function sized({ words, state }) {
  const at = state === 'released' ? words.lastIndexOf('\u202f') : -1;
  return at < 0 ? [words] : [words.slice(0, at), h('span', { class: 'unit' }, words.slice(at))];
}
