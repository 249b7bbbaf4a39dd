// From a figure's state to what may be said about it. A figure is released, suppressed or none; the latter two are words and
// never a number.

import * as format from './format.js';
import { text } from './texts.js';

/** The release policy in force: the built-in floor until the server has named a higher one. */
export const policy = { blockSize: 5, minimumForShares: 10, minimumForExtremes: 30, minimumForComparison: 100 };

/** The policy's numbers as texts name them. */
export const rules = () => ({ k: policy.blockSize, shares: policy.minimumForShares, extremes: policy.minimumForExtremes });

/** Takes over the policy that came with figures. */
export const adoptPolicy = (named) => Object.assign(policy, named);

const SUPPRESSED = {
  rating: { 'too-few-for-comparison': 'state.too-few-for-comparison', default: 'state.too-few-answers' },
  wait: { default: 'state.too-few-visits' },
};

/** Whether the figure's numbers may be read. */
export const isReleased = (figure) => figure?.state === 'released';

/** Whether the figure exists but is withheld. */
export const isSuppressed = (figure) => figure?.state === 'suppressed';

/**
 * What stands in the place of a number.
 *
 * @param {'rating' | 'wait'} kind decides whether answers or visits were too few
 * @param {{state: string, reason?: string} | null | undefined} figure
 * @param {boolean} past «keine Angaben» instead of «noch keine Angaben»: nothing can come any more
 */
export function stateText(kind, figure, past = false) {
  if (isSuppressed(figure)) {
    const reasons = SUPPRESSED[kind];
    return text(reasons[figure.reason] ?? reasons.default);
  }
  return text(past ? 'state.none.past' : 'state.none');
}

/**
 * A figure as the words and the state class of one table cell or tile.
 *
 * @param {'rating' | 'wait'} kind
 * @param {object | null | undefined} figure R or W of the board API
 * @param {(figure: object) => string} words called only if the figure is released
 * @param {boolean} past see stateText
 * @returns {{words: string, state: 'released' | 'suppressed' | 'none'}}
 */
export function spoken(kind, figure, words, past = false) {
  return isReleased(figure)
    ? { words: words(figure), state: 'released' }
    : { words: stateText(kind, figure, past), state: isSuppressed(figure) ? 'suppressed' : 'none' };
}

/**
 * Participation in words. It is missing when either side of the division is; then the rating's own state says why.
 *
 * @param {number | null} participation ratings ÷ visits; above 1 if visits are not reported completely
 */
export function spokenParticipation(participation, rating, wait, past = false) {
  if (typeof participation === 'number') {
    return { words: format.percent(participation), state: 'released' };
  }
  if (isSuppressed(rating)) {
    return { words: stateText('rating', { state: 'suppressed' }), state: 'suppressed' };
  }
  return isSuppressed(wait)
    ? { words: stateText('wait', wait), state: 'suppressed' }
    : { words: stateText('rating', null, past), state: 'none' };
}

/**
 * The trend with one entry for every local day, so that gaps stay gaps.
 *
 * @param {Array<{date: string, rating: object, wait: object, participation: number | null}>} trend days that have a figure
 * @param {string} lastDay ISO date of the last day shown
 * @param {number} days how many days are shown
 */
export function everyDay(trend, lastDay, days) {
  const byDate = new Map(trend.map((day) => [day.date, day]));
  return format.daysUpTo(lastDay, days).map((date) => {
    const day = byDate.get(date);
    return { date, rating: known(day?.rating), wait: known(day?.wait), participation: day?.participation ?? null };
  });
}

function known(figure) {
  return isReleased(figure) || isSuppressed(figure) ? figure : null;
}
