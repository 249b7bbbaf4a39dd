/**
 * The rival: the same HTTP interface and the same rules on plain PostgreSQL, without Kafka.
 *
 * <p>For comparison only; nothing of it is part of the product. Must stay as good as its idea allows: one statement per
 * request, one transaction, no row read twice.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.plain.PlainServer}.
 */
@NullMarked
package de.visitenkarte.bench.plain;

import org.jspecify.annotations.NullMarked;
