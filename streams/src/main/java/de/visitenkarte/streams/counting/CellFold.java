package de.visitenkarte.streams.counting;

import com.google.protobuf.Parser;
import de.visitenkarte.events.Topics.Topic;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * How events are folded into cells; all functions are pure and the order of the events does not matter.
 *
 * @param keyOf the key of the cells that an event changes: office, {@code /}, quarter hour
 * @param one these cells as they are with this event alone
 * @param add adds two states of the same cells
 * @param parser reads cells
 * @param topic where changed cells go, each whole, partitioned by office
 * @param <E> the event
 * @param <C> all cells of one office and quarter hour
 */
public record CellFold<E, C>(
        Function<E, String> keyOf, Function<E, C> one, BinaryOperator<C> add, Parser<C> parser, Topic topic) {}
