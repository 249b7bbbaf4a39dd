package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import de.visitenkarte.events.Account;
import de.visitenkarte.events.Topics.Topic;
import de.visitenkarte.streams.account.Origin;
import de.visitenkarte.streams.deduplication.Identity;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is counted, and how; all functions are pure.
 *
 * @param noun singular, lower case; the first part of all names of nodes and stores and, with an s, of meters. Never
 *     change it: the changelogs are called after it
 * @param kind of the accounts
 * @param source where the events come from, keyed by office
 * @param parser reads an event
 * @param originOf whose account an event belongs to
 * @param objection what makes an event unacceptable, if anything
 * @param identityOf by what a repetition is recognised; called for acceptable events only
 * @param fold how an event changes its cells; called for acceptable events only
 * @param <E> the event
 * @param <C> all cells of one office and quarter hour
 */
public record Counting<E extends MessageLite, C extends MessageLite>(
        String noun,
        Account.Kind kind,
        Topic source,
        Parser<E> parser,
        Function<E, Origin> originOf,
        Function<E, Optional<String>> objection,
        Function<E, Identity> identityOf,
        CellFold<E, C> fold) {}
