// What both views share: the head of the page, the note about simulated data, and what is said when there is nothing to show.

import { Forbidden, NotFound, SignedOut } from './api.js';
import { clock } from './format.js';
import { h, patch, setText } from './dom.js';
import { toSignIn } from './session.js';
import { text } from './texts.js';

const element = (id) => document.getElementById(id);

/** Fills every element that names a text of the catalogue: data-text for its content, data-label for its accessible name. */
export function fillTexts(values = {}) {
  for (const part of document.querySelectorAll('[data-text]')) {
    setText(part, text(part.dataset.text, values));
  }
  for (const part of document.querySelectorAll('[data-label]')) {
    part.setAttribute('aria-label', text(part.dataset.label));
  }
}

/** Sets the title of the browser tab. */
export function showTitle(page) {
  document.title = text('page.title', { page });
}

/** Shows or hides the permanent note that the data are simulated. */
export function showSimulated(simulated) {
  element('simulated').hidden = !simulated;
}

let lastGood = null;

/** A good answer arrived. @param {string} at instant of its figures */
export function showGood(at) {
  lastGood = at;
  setText(element('as-of'), text('status.asOf', { time: clock(at, new Date()) }));
  setText(element('connection'), '');
  element('as-of').hidden = false;
}

/** The server did not answer: the figures stay, and a quiet note says how old they are. @returns {boolean} figures are there */
export function showUnreachable() {
  if (lastGood === null) {
    return false;
  }
  setText(element('connection'), text('status.unreachable', { time: clock(lastGood, new Date()) }));
  return true;
}

/**
 * Says why there are no figures; whoever is not signed in is led to where they can.
 *
 * @param {Error} error what a question to the server ended with
 * @param {string} missing base of the texts for what the server does not know
 * @param {Record<string, string>} [values]
 */
export function showFailure(error, missing, values = {}) {
  if (error instanceof SignedOut) {
    toSignIn();
  } else if (error instanceof Forbidden) {
    showMessage('error.forbidden');
  } else if (error instanceof NotFound) {
    showMessage(missing, values);
  } else if (!showUnreachable()) {
    showMessage('error.unreachable');
  }
}

/** Shows a message in place of the figures. @param {string} key base of the two texts `key.title` and `key.help` */
export function showMessage(key, values = {}) {
  patch(
    element('message'),
    h('h2', {}, text(`${key}.title`, values)),
    h('p', {}, text(`${key}.help`, values)),
  );
  show('message');
}

/** Shows one of the three faces of the page: loading, message, figures. */
export function show(face) {
  for (const name of ['loading', 'message', 'figures']) {
    element(name).hidden = name !== face;
  }
  element('explanation').hidden = face !== 'figures';
  element('main').setAttribute('aria-busy', String(face === 'loading'));
}

/** The explanations at the foot of a page. @param {string[]} names keys below `notes.` */
export function showNotes(names, values) {
  patch(
    element('notes'),
    ...names.map((name) =>
      h('div', {}, h('dt', {}, text(`notes.${name}.term`)), h('dd', {}, text(`notes.${name}`, values)))),
  );
}

/** Opens all tables for the printer and closes those again that the reader had not opened. */
export function printTables() {
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')].filter((details) => !details.hidden);
    opened.forEach((details) => (details.open = true));
  });
  addEventListener('afterprint', () => opened.forEach((details) => (details.open = false)));
}
