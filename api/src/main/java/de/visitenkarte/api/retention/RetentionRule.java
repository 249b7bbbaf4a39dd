package de.visitenkarte.api.retention;

import java.time.Instant;

/**
 * One table from which rows go when they are old enough. All parts are SQL of ours.
 *
 * @param name in proofs; never change it
 * @param age what makes a row old: an expression of type {@code timestamptz} over the table's columns
 * @param before rows older than this go
 * @param booking what has to be written down in the same moment: common table expressions, each with a comma in front, over
 *     the deleted rows {@code gone}; mostly empty
 */
record RetentionRule(String name, String table, String age, Instant before, String booking) {

    RetentionRule(String name, String table, String age, Instant before) {
        this(name, table, age, before, "");
    }
}
