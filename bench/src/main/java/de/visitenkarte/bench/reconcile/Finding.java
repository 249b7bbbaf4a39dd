package de.visitenkarte.bench.reconcile;

import java.util.List;

/**
 * The result of a reconciliation; all numbers but the first four have to be 0.
 *
 * @param sent different items that were sent
 * @param acknowledged of them taken with 202
 * @param repetitions records in the topics that repeat an earlier one
 * @param deadLetters records that had to be and are among the dead letters
 * @param lost acknowledged and not in the topic, or in the topic and missing in its cell
 * @param doubled more in a cell than there is of it in the topic
 * @param changed another content in the topic or in a cell than was sent; or books or wait bands that do not follow from
 *     the cells
 * @param unexplained in the topic, in a cell or among the dead letters, and never sent
 * @param examples the first of what is wrong
 */
public record Finding(
        long sent,
        long acknowledged,
        long repetitions,
        long deadLetters,
        long lost,
        long doubled,
        long changed,
        long unexplained,
        List<String> examples) {

    /** Returns whether everything is where it belongs, once. */
    public boolean isClean() {
        return lost == 0 && doubled == 0 && changed == 0 && unexplained == 0;
    }
}
