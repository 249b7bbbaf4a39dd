package de.visitenkarte.api.quarantine;

import com.google.protobuf.ByteString;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/** Says which letters may be replayed: those that can become countable by a fix in streams. */
final class ReplayRule {

    private static final Set<String> TOPICS = Set.of(Topics.RATING.name(), Topics.VISIT.name());

    /** The text that streams writes when the number is taken: no fix makes the number free. */
    private static final String NUMBER_REUSED = "sequence number reused";

    private ReplayRule() {}

    /** Returns why a letter with its record cannot be replayed; empty if it can. */
    static Optional<String> objectionTo(Letter letter) {
        DeadLetter content = letter.content();
        if (!TOPICS.contains(content.getTopic())) {
            return Optional.of("not possible: it is not about a rating or a visit");
        }
        if (content.getReason().equals(NUMBER_REUSED)) {
            return Optional.of("not possible: the first one with this number counts, and stays");
        }
        if (content.getValue().isEmpty()) {
            return Optional.of("not possible: the record was empty");
        }
        if (isCut(content.getKey()) || isCut(content.getValue())) {
            return Optional.of("not possible: the record was longer than the " + Topics.DEAD_LETTER_BYTES
                    + " bytes that a letter keeps");
        }
        return objectionToPlace(content);
    }

    private static boolean isCut(ByteString bytes) {
        return bytes.size() >= Topics.DEAD_LETTER_BYTES;
    }

    /**
     * A replayed record goes to the partition where it stood: there lies its account. If its office is counted on
     * another, the same cell would be counted twice.
     */
    private static Optional<String> objectionToPlace(DeadLetter content) {
        ByteString key = content.getKey();
        if (key.isEmpty() || !key.isValidUtf8()) {
            return Optional.of("not possible: the key of the record is no office");
        }
        int partition = partitionOf(key);
        return partition == content.getPartition()
                ? Optional.empty()
                : Optional.of("not possible: it stood on partition " + content.getPartition()
                        + ", its office is counted on " + partition);
    }

    /** Returns where Kafka's default partitioner puts a record with this key. */
    static int partitionOf(ByteString key) {
        return Utils.toPositive(Utils.murmur2(key.toByteArray())) % Topics.PARTITIONS;
    }
}
