// Numbers and times as German readers expect them: decimal comma, a narrow no-break space before the unit, Berlin time.

import { text } from './texts.js';

const BERLIN = 'Europe/Berlin';
const WHOLE = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const SIGNED = new Intl.NumberFormat('de-DE', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const DECIMAL = new Intl.NumberFormat('de-DE', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
});
const CLOCK = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: BERLIN });
const HOUR = new Intl.DateTimeFormat('de-DE', { hour: 'numeric', hourCycle: 'h23', timeZone: BERLIN });
const ISO_DAY = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: BERLIN });
const CALENDAR = { timeZone: 'UTC' };
const LONG_DAY = new Intl.DateTimeFormat('de-DE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  ...CALENDAR,
});
const TABLE_DAY = new Intl.DateTimeFormat('de-DE', {
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  ...CALENDAR,
});
const AXIS_DAY = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'short', ...CALENDAR });
const MONTH = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', ...CALENDAR });
const MILLIS_PER_DAY = 86_400_000;

/** A count: «1.234». */
export const count = (value) => WHOLE.format(value);

/** A share 0…1 as whole percent: «87 %» with a narrow no-break space (DIN 5008). */
export const percent = (share) => text('format.percent', { value: WHOLE.format(share * 100) });

/** The share of positive answers: «87 %»; of few answers «≥ 90 %» or «≤ 10 %». @param {{sharePositive: number, shareBound?: string}} rating */
export const share = ({ sharePositive, shareBound }) =>
  shareBound ? text(`format.share.${shareBound}`, { share: percent(sharePositive) }) : percent(sharePositive);

/** Two shares 0…1 as one range: «60 bis 96 %». */
export const percentRange = (low, high) =>
  text('format.percentRange', { low: WHOLE.format(low * 100), high: WHOLE.format(high * 100) });

/** Minutes: «14 Min.»; below one minute «unter 1 Min.», because 0 would look like «no data». */
export const minutes = (value) =>
  value < 1 ? text('format.minutes.belowOne') : text('format.minutes', { value: WHOLE.format(value) });

/** Minutes as a number for a spreadsheet: «14,5». */
export const minutesNumber = (value) => DECIMAL.format(value);

/** Days: «21 Tage», «1 Tag»; half days of a median between two are rounded up. */
export const days = (value) => {
  const whole = Math.round(value);
  return text(whole === 1 ? 'format.days.one' : 'format.days', { value: WHOLE.format(whole) });
};

/** The mean on −2…+2 with its sign and a real minus: «+1,1», «−0,3». */
export const mean = (value) => SIGNED.format(value).replace('-', '\u2212');

/** An instant as Berlin wall clock: «14:35 Uhr»; with its date when that is not the Berlin day of `now`. */
export function clock(instant, now = instant) {
  const time = CLOCK.format(new Date(instant));
  const day = berlinDay(instant);
  return day === berlinDay(now)
    ? text('format.clock', { time })
    : text('format.dateClock', { date: AXIS_DAY.format(calendar(day)), time });
}

/** The hour of an instant in Berlin without leading zero: «9». */
export const hour = (instant) => String(Number.parseInt(HOUR.format(new Date(instant)), 10));

/** The Berlin calendar day of an instant as ISO date. */
export const berlinDay = (instant) => ISO_DAY.format(new Date(instant));

/** An ISO date as «Sonntag, 22. November 2026». */
export const longDay = (isoDate) => LONG_DAY.format(calendar(isoDate));

/** An ISO date as «So., 22.11.2026». */
export const tableDay = (isoDate) => TABLE_DAY.format(calendar(isoDate));

/** An ISO date as «22. Nov.». */
export const axisDay = (isoDate) => AXIS_DAY.format(calendar(isoDate));

/** A month or quarter by its first day: «Oktober 2026», «4. Quartal 2026». */
export function period(kind, isoStart) {
  if (kind === 'quarter') {
    const [year, month] = isoStart.split('-').map(Number);
    return text('format.quarter', { number: Math.floor((month - 1) / 3) + 1, year });
  }
  return MONTH.format(calendar(isoStart));
}

/** Whether an ISO date is a Monday: where the time axis has its ticks. */
export const isMonday = (isoDate) => calendar(isoDate).getUTCDay() === 1;

/** The ISO dates of the `days` days that end with `lastIsoDate`, ascending. */
export function daysUpTo(lastIsoDate, days) {
  const last = calendar(lastIsoDate).getTime();
  return Array.from({ length: days }, (_, index) =>
    new Date(last - (days - 1 - index) * MILLIS_PER_DAY).toISOString().slice(0, 10));
}

/** A calendar date has no zone: noon UTC stands for it, and is formatted in UTC. */
function calendar(isoDate) {
  return new Date(`${isoDate}T12:00:00Z`);
}
