// The view of one authority: today, the last 90 days, the answers of the quarter. Start here to read how the page works.

import { appointmentTiles } from './appointments.js';
import { loadAuthorities, loadAuthority, NotFound } from './api.js';
import { describeTrend, trendChart } from './charts.js';
import { h, patch, setText } from './dom.js';
import { adoptPolicy, everyDay, isReleased, isSuppressed, rules, spoken, spokenParticipation, stateText } from './figures.js';
import { correctionsText, feedLines } from './feeds.js';
import * as format from './format.js';
import { interval } from './intervals.js';
import { likert } from './likert.js';
import { live } from './live.js';
import * as page from './page.js';
import { whoIsThere } from './session.js';
import { showTable } from './table.js';
import { text } from './texts.js';
import { tile } from './tiles.js';

const DAYS = 90;
const PARAMETER = 'amt';
const ROLES = ['pilot', 'comparison', 'none'];
const TREND_COLUMNS = [
  'day',
  'share',
  'low',
  'high',
  'answers',
  'median.minutes',
  'p90.minutes',
  'share30.long',
  'visits',
  'participation',
  'corrected',
];
const element = (id) => document.getElementById(id);

let chart = null;
let authorities = [];

page.fillTexts();
showNotes();
page.printTables();
page.showTitle(text('nav.authority'));

function showNotes() {
  page.showNotes(['positive', 'interval', 'suppressed', 'median', 'participation', 'corrected'], rules());
}

const board = live(refresh);
element('authority').addEventListener('change', (event) => {
  history.pushState(null, '', addressOf(event.target.value));
  board.again();
});
addEventListener('popstate', board.again);

async function refresh(isCurrent) {
  try {
    await whoIsThere();
    const list = await loadAuthorities();
    if (isCurrent()) {
      authorities = list.body.authorities;
      page.showSimulated(list.body.simulated);
      await showChosen(list, isCurrent);
    }
  } catch (error) {
    if (isCurrent()) {
      showFailure(error);
    }
  }
}

async function showChosen(list, isCurrent) {
  if (authorities.length === 0) {
    element('chooser').hidden = true;
    page.showGood(list.at);
    page.showMessage('error.empty');
    return;
  }
  const id = chosenId();
  const isListed = authorities.some((authority) => authority.id === id);
  element('chooser').hidden = isListed && authorities.length === 1;
  showChoices(id, isListed);
  const { body } = await loadAuthority(id);
  if (isCurrent()) {
    page.showSimulated(body.simulated);
    page.showGood(body.asOf);
    adoptPolicy(body.policy);
    showNotes();
    page.show('figures');
    showAuthority(body);
  }
}

function showFailure(error) {
  if (error instanceof NotFound) {
    setText(element('authority-name'), text('authority.page'));
    setText(element('authority-role'), '');
  }
  page.showFailure(error, 'error.unknown', error instanceof NotFound ? { id: chosenId() } : {});
}

/** The authority that the address names; without one the first pilot authority by name. */
function chosenId() {
  const named = new URLSearchParams(location.search).get(PARAMETER);
  if (named !== null) {
    return named;
  }
  const first = authorities.find((authority) => authority.pilotRole === 'pilot') ?? authorities[0];
  history.replaceState(null, '', addressOf(first.id));
  return first.id;
}

function addressOf(id) {
  return `?${new URLSearchParams({ [PARAMETER]: id })}`;
}

function showChoices(id, isListed) {
  const select = element('authority');
  const option = (authority) => h('option', { value: authority.id }, authority.name);
  const groups = ROLES.map((role) => [role, authorities.filter((authority) => authority.pilotRole === role)])
    .filter(([, members]) => members.length > 0)
    .map(([role, members]) => h('optgroup', { label: text(`authority.group.${role}`) }, ...members.map(option)));
  patch(select, !isListed && h('option', { value: id, disabled: true }, text('authority.pleaseSelect')), ...groups);
  select.value = id;
}

function showAuthority({ asOf, authority, today, trend, distribution, appointments, feeds }) {
  page.showTitle(authority.name);
  setText(element('authority-name'), authority.name);
  setText(element('authority-role'), text(`authority.role.${authority.pilotRole}`));
  setText(element('today-title'), text('authority.today', { date: format.longDay(today.date) }));
  patch(
    element('tiles'),
    waitNow(today.currentHour, asOf),
    waitToday(today.wait),
    positiveToday(today.rating),
    participationToday(today),
  );
  patch(element('feeds'), ...feedLines(feeds, asOf));
  showTrend(everyDay(trend, today.date, DAYS));
  showAppointments(appointments);
  showDistribution(distribution);
}

function showAppointments(appointments) {
  const period = format.period('quarter', appointments.periodStart);
  setText(element('appointments-title'), text('appointments.title', { period }));
  patch(element('appointments'), ...appointmentTiles(appointments));
}

function waitNow(wait, asOf) {
  const figure = spoken('wait', wait, (released) => format.minutes(released.medianMinutes));
  const isOver = wait !== null && Date.parse(wait.to) <= Date.parse(asOf);
  const hour = wait && text(isOver ? 'tile.waitNow.last' : 'tile.waitNow.hour', { from: format.hour(wait.from), to: format.hour(wait.to) });
  return tile(
    'waitNow',
    figure,
    hour,
    isReleased(wait) ? text('tile.waitNow.visits', { visits: format.count(wait.visits) }) : rule('wait', wait, 'state.rule.hour'),
  );
}

function waitToday(wait) {
  const figure = spoken('wait', wait, (released) => format.minutes(released.medianMinutes));
  if (!isReleased(wait)) {
    return tile('waitToday', figure, rule('wait', wait, 'state.rule.none'));
  }
  return tile(
    'waitToday',
    figure,
    text('tile.waitToday.visits', { visits: format.count(wait.visits) }),
    text('tile.waitToday.p90', { minutes: format.minutes(wait.p90Minutes) }),
    text('tile.waitToday.share30', { share: format.percent(wait.share30) }),
  );
}

function positiveToday(rating) {
  const figure = spoken('rating', rating, format.share);
  if (!isReleased(rating)) {
    return tile('positive', figure, rule('rating', rating, 'state.rule.none'));
  }
  return tile(
    'positive',
    figure,
    interval({ share: rating.sharePositive, low: rating.low, high: rating.high }),
    text('tile.positive.interval', { interval: format.percentRange(rating.low, rating.high) }),
    rating.positive === null
      ? text('tile.positive.answersOnly', { answers: format.count(rating.answers) })
      : text('tile.positive.answers', { positive: format.count(rating.positive), answers: format.count(rating.answers) }),
    rating.releasedAt && text('tile.releasedAt', { time: format.clock(rating.releasedAt, new Date()) }),
  );
}

function participationToday({ participation, rating, wait }) {
  const figure = spokenParticipation(participation, rating, wait);
  if (figure.state !== 'released') {
    const missing = isReleased(rating) ? 'tile.participation.noVisits' : 'state.rule.none';
    return tile('participation', figure, rule('rating', rating, missing));
  }
  const counts = isReleased(rating) && isReleased(wait);
  return tile(
    'participation',
    figure,
    participation > 1 ? text('tile.participation.tooHigh') : text('tile.participation.meaning'),
    counts && text('tile.participation.counts', { answers: format.count(rating.answers), visits: format.count(wait.visits) }),
  );
}

function rule(kind, figure, otherwise) {
  return isSuppressed(figure) ? text(`state.rule.${kind}`, rules()) : text(otherwise);
}

async function showTrend(days) {
  const container = element('trend-chart');
  const isEmpty = days.every((day) => day.rating === null && day.wait === null);
  showDrawing(!isEmpty);
  container.setAttribute('aria-label', describeTrend(days));
  showTrendTable(days);
  showCorrections(days);
  if (isEmpty) {
    return;
  }
  try {
    chart ??= trendChart(container);
    (await chart).show(days);
  } catch (error) {
    console.error(error);
    showDrawing(false);
    setText(element('trend-empty'), text('trend.unavailable'));
    element('trend-table').open = true;
  }
}

function showCorrections(days) {
  const words = correctionsText(days);
  element('corrections').hidden = words === null;
  setText(element('corrections'), words ?? '');
}

function showDrawing(isThere) {
  element('trend-key').hidden = !isThere;
  element('trend-drawing').hidden = !isThere;
  element('trend-empty').hidden = isThere;
}

function showTrendTable(days) {
  const known = days.filter((day) => day.rating !== null || day.wait !== null).reverse();
  element('trend-table').hidden = known.length === 0;
  const rows = known.map(({ date, rating, wait, participation }) => {
    const ofRating = (words) => spoken('rating', rating, words, true);
    const ofWait = (words) => spoken('wait', wait, words, true);
    return [
      { words: format.tableDay(date) },
      ofRating(format.share),
      ofRating((released) => format.percent(released.low)),
      ofRating((released) => format.percent(released.high)),
      ofRating((released) => format.count(released.answers)),
      ofWait((released) => format.minutesNumber(released.medianMinutes)),
      ofWait((released) => format.minutesNumber(released.p90Minutes)),
      ofWait((released) => format.percent(released.share30)),
      ofWait((released) => format.count(released.visits)),
      spokenParticipation(participation, rating, wait, true),
      { words: wait?.correctedOn ? format.tableDay(wait.correctedOn) : '' },
    ];
  });
  showTable(element('trend-table'), text('table.caption.trend'), TREND_COLUMNS.map((column) => text(`column.${column}`)), rows);
}

function showDistribution({ periodStart, rating }) {
  const period = format.period('quarter', periodStart);
  const counts = isReleased(rating) ? rating.counts : null;
  setText(element('distribution-title'), text('distribution.title', { period }));
  element('distribution-table').hidden = counts === null;
  if (counts === null) {
    patch(element('distribution'), ...withoutDistribution(rating));
    return;
  }
  patch(element('distribution'), h('p', { class: 'question' }, text('distribution.question')), likert(counts), summary(rating));
  showDistributionTable(counts, rating.answers);
}

function withoutDistribution(rating) {
  if (isReleased(rating)) {
    return [h('p', {}, text('distribution.bound', { answers: format.count(rating.answers), share: format.share(rating) }))];
  }
  return [
    h('p', { class: 'state' }, stateText('rating', rating)),
    isSuppressed(rating) && h('p', {}, text('distribution.rule', rules())),
  ];
}

function summary(rating) {
  const figures = {
    answers: format.count(rating.answers),
    share: format.share(rating),
    interval: format.percentRange(rating.low, rating.high),
  };
  return h(
    'div',
    { class: 'summary' },
    h('p', {}, text('distribution.answers', figures)),
    h('p', {}, text('distribution.mean', { mean: format.mean(rating.mean) })),
  );
}

function showDistributionTable(counts, answers) {
  const rows = counts.map((count, index) => [
    { words: text(`answer.${index + 1}`) },
    { words: format.count(count) },
    { words: format.percent(count / answers) },
  ]);
  const columns = ['answer', 'count', 'part'].map((column) => text(`column.${column}`));
  showTable(element('distribution-table'), text('table.caption.distribution'), columns, rows);
}
