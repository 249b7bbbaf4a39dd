// Waits with and without appointment, and how long an appointment takes to come.

import { isReleased, isSuppressed, rules, spoken } from './figures.js';
import * as format from './format.js';
import { text } from './texts.js';
import { tile } from './tiles.js';

/** @param {{with: object, without: object, lead: object}} appointments */
export function appointmentTiles(appointments) {
  return [waitTile('waitWith', appointments.with), waitTile('waitWithout', appointments.without), leadTile(appointments.lead)];
}

function waitTile(name, wait) {
  const figure = spoken('wait', wait, (released) => format.minutes(released.medianMinutes));
  if (!isReleased(wait)) {
    return tile(name, figure, explanation(wait, 'tile.waitWith.none'));
  }
  return tile(
    name,
    figure,
    text('tile.waitToday.visits', { visits: format.count(wait.visits) }),
    text('tile.waitToday.p90', { minutes: format.minutes(wait.p90Minutes) }),
    text('tile.waitToday.share30', { share: format.percent(wait.share30) }),
  );
}

function leadTile(lead) {
  const figure = spoken('wait', lead, (released) => format.days(released.medianDays));
  if (!isReleased(lead)) {
    return tile('lead', figure, explanation(lead, 'tile.lead.none'));
  }
  return tile(
    'lead',
    figure,
    text('tile.lead.visits', { visits: format.count(lead.visits) }),
    text('tile.waitToday.p90', { minutes: format.days(lead.p90Days) }),
    text('tile.lead.under', { two: format.percent(lead.shareUnder14), four: format.percent(lead.shareUnder28) }),
  );
}

function explanation(figure, otherwise) {
  return isSuppressed(figure) ? text('state.rule.wait', rules()) : text(otherwise);
}
