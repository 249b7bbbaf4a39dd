package de.visitenkarte.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of all topics. Whoever creates, reads or writes one takes its name and settings from here. */
public final class Topics {

    /** Partitions of every topic. Offices are spread over them by their key; streams scales out to as many threads. */
    public static final int PARTITIONS = 4;

    /** Ratings contain the quarter hour of the tap, so they leave Kafka after this time (docs/privacy). */
    public static final Duration RAW_RETENTION = Duration.ofDays(30);

    /**
     * How long what was replaced or deleted may still lie in a compacted topic, or in the files of a store. Kafka by itself
     * rewrites only what is half outdated, and never the newest gigabyte.
     */
    public static final Duration DELETION_LAG = Duration.ofDays(30);

    /** Accepted ratings, key: office. */
    public static final Topic RATING = log("visitenkarte.rating.v1", Owner.API);

    /** Reported visits, key: office. */
    public static final Topic VISIT = log("visitenkarte.visit.v1", Owner.API);

    /** Counts of answers, key: office and quarter hour; partitioned by office. One without a value has expired. */
    public static final Topic RATING_CELL = table("visitenkarte.rating-cell.v1", Owner.STREAMS);

    /** Waiting times, likewise. */
    public static final Topic WAIT_CELL = table("visitenkarte.wait-cell.v1", Owner.STREAMS);

    /**
     * How long a deletion stays for readers that are away; Kafka's default is a day. As long as a reader's offsets, after
     * which it has to begin anew.
     */
    private static final Duration DELETION_RETENTION = Duration.ofDays(60);

    /** Counts of answers by how long people waited, key: office, wait band and hour. One without a value was moved away. */
    public static final Topic BAND_CELL = new Topic(
            "visitenkarte.band-cell.v1",
            Owner.STREAMS,
            PARTITIONS,
            Map.of(
                    "cleanup.policy",
                    "compact",
                    "delete.retention.ms",
                    Long.toString(DELETION_RETENTION.toMillis()),
                    "max.compaction.lag.ms",
                    Long.toString(DELETION_LAG.toMillis())));

    /** What became of the events of each source, key: account. */
    public static final Topic ACCOUNT = table("visitenkarte.account.v1", Owner.STREAMS);

    /** Longest key and longest value that a dead letter carries; what was longer was cut to this. */
    public static final int DEAD_LETTER_BYTES = 64 * 1024;

    /**
     * Records that could not be counted, with their reason; key: where the record stood. A record without a value takes the
     * letter of its key away: it was replayed.
     */
    public static final Topic DEAD_LETTER = log("visitenkarte.dead-letter.v1", Owner.STREAMS);

    /** All topics, in the order of the way of a rating. */
    public static final List<Topic> ALL =
            List.of(RATING, VISIT, RATING_CELL, WAIT_CELL, BAND_CELL, ACCOUNT, DEAD_LETTER);

    private Topics() {}

    /** The application that writes a topic, creates it, and alone may change its settings. */
    public enum Owner {
        API,
        STREAMS
    }

    /**
     * A topic.
     *
     * @param name {@code visitenkarte.<noun>.v<N>}; an incompatible change of the message is a new N
     * @param partitions number of partitions; fixed, because cells are found by it
     * @param settings Kafka's topic settings
     */
    public record Topic(String name, Owner owner, int partitions, Map<String, String> settings) {

        /**
         * Returns Kafka's settings for so many copies: a majority must have a write before it is acknowledged, so that no
         * acknowledged write is lost with one broker.
         */
        public Map<String, String> settings(int replication) {
            Map<String, String> all = new HashMap<>(settings);
            all.put("min.insync.replicas", Integer.toString(replication / 2 + 1));
            return Map.copyOf(all);
        }
    }

    /** Returns the topics that an application has to create before it starts. */
    public static List<Topic> ownedBy(Owner owner) {
        return ALL.stream().filter(topic -> topic.owner() == owner).toList();
    }

    private static Topic log(String name, Owner owner) {
        return new Topic(
                name,
                owner,
                PARTITIONS,
                Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        Long.toString(RAW_RETENTION.toMillis()),
                        // A record leaves with its segment: segments of a day keep the retention true to the day.
                        "segment.ms",
                        Long.toString(Duration.ofDays(1).toMillis())));
    }

    private static Topic table(String name, Owner owner) {
        return new Topic(
                name,
                owner,
                PARTITIONS,
                Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", Long.toString(DELETION_LAG.toMillis())));
    }
}
