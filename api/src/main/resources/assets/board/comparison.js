// The ministry's view: pilot authorities side by side, and the comparison group clearly apart. By name, never ranked.

import { loadComparison } from './api.js';
import { h, patch, setText } from './dom.js';
import { adoptPolicy, isReleased, policy, spoken, spokenParticipation, stateText } from './figures.js';
import * as format from './format.js';
import { axis, axisStart, interval } from './intervals.js';
import { live } from './live.js';
import * as page from './page.js';
import { whoIsThere } from './session.js';
import { showTable } from './table.js';
import { text } from './texts.js';

const PARAMETER = 'zeitraum';
const KINDS = { month: 'comparison.period.months', quarter: 'comparison.period.quarters' };
const GROUPS = [
  { role: 'pilot', sum: 'pilots' },
  { role: 'comparison', sum: 'comparison' },
];
const COLUMNS = 7;
const NUMBER_COLUMNS = [
  'authority',
  'group',
  'share',
  'low',
  'high',
  'answers',
  'median.minutes',
  'p90.minutes',
  'share30.long',
  'visits',
  'participation',
];
const element = (id) => document.getElementById(id);

page.fillTexts();
showNotes();
page.printTables();
page.showTitle(text('comparison.page'));

function showNotes() {
  const minimum = policy.minimumForComparison;
  page.showNotes(['positive', 'interval', 'comparison', 'median', 'participation'], { minimum });
}

const board = live(refresh);
element('period').addEventListener('change', (event) => {
  history.pushState(null, '', `?${new URLSearchParams({ [PARAMETER]: event.target.value })}`);
  board.again();
});
addEventListener('popstate', board.again);

async function refresh(isCurrent) {
  try {
    await whoIsThere();
    const { body } = await loadComparison(chosenPeriod());
    if (isCurrent()) {
      page.showSimulated(body.simulated);
      page.showGood(body.asOf);
      adoptPolicy(body.policy);
      showNotes();
      showComparison(body);
    }
  } catch (error) {
    if (isCurrent()) {
      page.showFailure(error, 'comparison.empty');
    }
  }
}

/** The period in the address, `2026-10` or `2026-Q4`; null lets the server choose. */
function chosenPeriod() {
  const named = new URLSearchParams(location.search).get(PARAMETER) ?? '';
  const [, year, quarter, month] = /^(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))$/.exec(named) ?? [];
  if (quarter !== undefined) {
    return { kind: 'quarter', start: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01` };
  }
  return month === undefined ? null : { kind: 'month', start: `${year}-${month}-01` };
}

function addressOf({ kind, start }) {
  const [year, month] = start.split('-');
  return kind === 'quarter' ? `${year}-Q${Math.ceil(Number(month) / 3)}` : `${year}-${month}`;
}

function showComparison({ period, periods, authorities, pilots, comparison }) {
  element('chooser').hidden = periods.length === 0;
  if (periods.length === 0 || authorities.length === 0) {
    page.showMessage(authorities.length === 0 ? 'error.empty' : 'comparison.empty');
    return;
  }
  showPeriods(period, periods);
  const scale = scaleOf(authorities, pilots, comparison);
  const groups = GROUPS.map(({ role, sum }) => ({
    role,
    sum: sum === 'pilots' ? pilots : comparison,
    members: authorities.filter((authority) => authority.pilotRole === role),
  })).filter((group) => group.members.length > 0);
  setText(element('period-name'), format.period(period.kind, period.start));
  showKey(scale.reference);
  patch(element('comparison'), head(scale), ...groups.map((group) => body(group, scale)));
  showNumbers(groups, format.period(period.kind, period.start));
  page.show('figures');
}

function showPeriods(period, periods) {
  const today = format.berlinDay(new Date());
  const option = (entry) => {
    const name = format.period(entry.kind, entry.start);
    const label = entry.end > today ? text('comparison.period.running', { period: name }) : name;
    return h('option', { value: addressOf(entry) }, label);
  };
  patch(
    element('period'),
    ...Object.entries(KINDS)
      .map(([kind, label]) => [label, periods.filter((entry) => entry.kind === kind)])
      .filter(([, entries]) => entries.length > 0)
      .map(([label, entries]) => h('optgroup', { label: text(label) }, ...entries.map(option))),
  );
  element('period').value = addressOf(period);
}

function scaleOf(authorities, pilots, comparison) {
  const ratings = [...authorities, pilots, comparison].map((row) => row?.rating).filter(isReleased);
  return {
    from: axisStart(ratings.map((rating) => rating.low)),
    reference: isReleased(pilots?.rating) ? pilots.rating.sharePositive : null,
  };
}

function showKey(reference) {
  element('key-reference').hidden = reference === null;
  if (reference !== null) {
    setText(element('key-reference-text'), text('comparison.key.reference', { share: format.percent(reference) }));
  }
}

function head({ from }) {
  const heading = (name, attributes = {}, ...more) =>
    h('th', { scope: 'col', role: 'columnheader', ...attributes }, text(`column.${name}`), ...more);
  return h(
    'thead',
    { role: 'rowgroup' },
    h(
      'tr',
      { role: 'row' },
      heading('authority'),
      heading('share', { class: 'plot' }, axis(from, format.percent)),
      heading('share.interval'),
      heading('answers', { class: 'number' }),
      heading('median', { class: 'number' }),
      heading('share30', { class: 'number' }),
      heading('participation', { class: 'number' }),
    ),
  );
}

function body({ role, sum, members }, scale) {
  const title = h('th', { scope: 'rowgroup', role: 'rowheader', colspan: String(COLUMNS) }, text(`comparison.group.${role}`));
  return h(
    'tbody',
    { role: 'rowgroup', class: `group-${role}` },
    h('tr', { role: 'row', class: 'group-title' }, title),
    ...members.map((member) => row(member.name, member, scale)),
    sum && row(text(`comparison.all.${role}`), sum, scale, 'group-sum'),
  );
}

function row(name, { rating, wait, participation }, scale, type = null) {
  const wait30 = spoken('wait', wait, (released) => format.percent(released.share30), true);
  return h(
    'tr',
    { role: 'row', class: type },
    h('th', { scope: 'row', role: 'rowheader' }, name),
    ...(isReleased(rating) ? shareCells(rating, scale) : [stateCell(rating, scale)]),
    cell('answers', shortened(spokenAnswers(rating), rating)),
    cell('median', spoken('wait', wait, (released) => format.minutes(released.medianMinutes), true)),
    cell('share30', wait30),
    cell('participation', shortened(spokenParticipation(participation, rating, wait, true), rating)),
  );
}

function shareCells(rating, scale) {
  const figure = { share: rating.sharePositive, low: rating.low, high: rating.high };
  return [
    h('td', { role: 'cell', class: 'plot' }, interval(figure, scale)),
    h(
      'td',
      { role: 'cell', class: 'share' },
      h('strong', {}, format.share(rating)),
      ' ',
      h('span', {}, `(${format.percentRange(rating.low, rating.high)})`),
    ),
  ];
}

function stateCell(rating, scale) {
  return h('td', { role: 'cell', class: 'plot no-number', colspan: '2' }, stateText('rating', rating, true));
}

function cell(name, figure) {
  const attributes = { role: 'cell', class: figure.state === 'released' ? 'number' : 'number no-number' };
  const label = h('span', { class: 'cell-label', 'aria-hidden': 'true' }, text(`column.${name}`));
  return h('td', attributes, label, words(figure));
}

function words(figure) {
  return figure.dash
    ? h('span', {}, h('span', { 'aria-hidden': 'true' }, text('comparison.said')), h('span', { class: 'visually-hidden' }, figure.words))
    : h('span', {}, figure.words);
}

/** The row says already why there is no rating: a dash is enough for the eye, the words stay for the ear. */
function shortened(figure, rating) {
  return isReleased(rating) || /\d/.test(figure.words) ? figure : { ...figure, dash: true };
}

function spokenAnswers(rating) {
  if (rating?.reason === 'too-few-for-comparison') {
    return { words: text('comparison.below', { minimum: policy.minimumForComparison }), state: 'suppressed' };
  }
  return spoken('rating', rating, (released) => format.count(released.answers), true);
}

function showNumbers(groups, period) {
  const rows = groups.flatMap(({ role, sum, members }) => [
    ...members.map((member) => numbers(member.name, role, member)),
    ...(sum ? [numbers(text(`comparison.all.${role}`), role, sum)] : []),
  ]);
  const caption = text('table.caption.comparison', { period });
  showTable(element('comparison-table'), caption, NUMBER_COLUMNS.map((column) => text(`column.${column}`)), rows);
}

function numbers(name, role, { rating, wait, participation }) {
  const ofRating = (words) => spoken('rating', rating, words, true);
  const ofWait = (words) => spoken('wait', wait, words, true);
  return [
    { words: name },
    { words: text(`authority.role.${role}`) },
    ofRating(format.share),
    ofRating((released) => format.percent(released.low)),
    ofRating((released) => format.percent(released.high)),
    spokenAnswers(rating),
    ofWait((released) => format.minutesNumber(released.medianMinutes)),
    ofWait((released) => format.minutesNumber(released.p90Minutes)),
    ofWait((released) => format.percent(released.share30)),
    ofWait((released) => format.count(released.visits)),
    spokenParticipation(participation, rating, wait, true),
  ];
}
