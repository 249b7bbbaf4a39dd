/**
 * The wire: every message that crosses Kafka, and the catalogue of the topics.
 *
 * <p>A type may live here only if it is serialised to a topic, is part of such a message, or says how to read one. No
 * behaviour of the applications, no Kafka client.
 *
 * <p>Start reading with {@link de.visitenkarte.events.Topics}, then the {@code .proto} files.
 */
@NullMarked
package de.visitenkarte.events;

import org.jspecify.annotations.NullMarked;
