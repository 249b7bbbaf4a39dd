package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import de.visitenkarte.events.Topics.Topic;
import de.visitenkarte.streams.deduplication.Identity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is counted, and how; all functions are pure.
 *
 * @param noun singular, lower case; the first part of all names of nodes and stores and, with an s, of meters. Never
 *     change it: the changelogs are called after it
 * @param source where the events come from, keyed by office
 * @param parser reads an event
 * @param officeOf the office that an event names
 * @param objection what makes an event unacceptable, if anything
 * @param identityOf by what a repetition is recognised; called for acceptable events only
 * @param changesOf the cells that an event changes; called for acceptable events only
 * @param cellParser reads a cell
 * @param cells where the changed cells go, each whole, partitioned by office
 * @param <E> the event
 * @param <C> the cell
 */
public record Counting<E extends MessageLite, C extends MessageLite>(
        String noun,
        Topic source,
        Parser<E> parser,
        Function<E, String> officeOf,
        Function<E, Optional<String>> objection,
        Function<E, Identity> identityOf,
        Function<E, List<CellChange<C>>> changesOf,
        Parser<C> cellParser,
        Topic cells) {}
