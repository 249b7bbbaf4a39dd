package de.visitenkarte.api.publish;

import de.visitenkarte.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** The topics that this application owns: creates those that do not exist, and says whether Kafka is there. */
public final class OwnTopics implements AutoCloseable {

    private final Admin admin;
    private final short replication;
    private volatile boolean exist;

    public OwnTopics(Admin admin, short replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /**
     * Creates the topics unless they are known to exist; returns false, since then nothing is left to do.
     *
     * @throws ExecutionException if Kafka is away or refuses
     */
    public boolean ensure() throws ExecutionException, InterruptedException {
        if (!exist) {
            List<NewTopic> topics = Topics.ownedBy(Topics.Owner.API).stream()
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), replication)
                            .configs(topic.settings(replication)))
                    .toList();
            for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
                ignoreExisting(created);
            }
            exist = true;
        }
        return false;
    }

    /** Returns what keeps Kafka from taking events, null if nothing does. */
    public @Nullable String fault() throws ExecutionException, InterruptedException {
        if (!exist) {
            return "the topics do not exist yet";
        }
        return admin.describeCluster().nodes().get().isEmpty() ? "there is no broker" : null;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private static void ignoreExisting(KafkaFuture<Void> created) throws ExecutionException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
