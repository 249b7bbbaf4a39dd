// Who is signed in: name, role and the way out in the head of the page; and the way in for whoever is not.

import { loadSession } from './api.js';
import { setText } from './dom.js';
import { text } from './texts.js';

const element = (id) => document.getElementById(id);

let known = null;

/** Who is signed in; asked once, and shown. @returns {Promise<{name: string, role: string}>} */
export async function whoIsThere() {
  if (known === null) {
    known = (await loadSession()).body;
    show(known);
  }
  return known;
}

/** Leads to where one can sign in, and from there back to this page. */
export function toSignIn() {
  const back = new URLSearchParams({ next: location.pathname + location.search });
  location.replace(new URL(`../console/sign-in?${back}`, document.baseURI));
}

function show({ name, role, authorityName, formToken }) {
  setText(element('session-name'), name);
  const words = text(`session.role.${role}`);
  setText(element('session-role'), authorityName === null ? words : text('session.role.of', { role: words, authority: authorityName }));
  element('session-token').value = formToken;
  element('nav-comparison').hidden = role !== 'ministry';
  element('session').hidden = false;
}
