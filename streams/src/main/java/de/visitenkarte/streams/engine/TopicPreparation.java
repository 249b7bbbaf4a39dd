package de.visitenkarte.streams.engine;

import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of this application and finds out whether those of the api are there. */
final class TopicPreparation {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final EngineSettings settings;

    TopicPreparation(Admin admin, EngineSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Creates what this application owns and is not there yet.
     *
     * @return the topics of the api that do not exist yet, by name; they are not for this application to create
     * @throws ExecutionException if Kafka refuses
     * @throws TimeoutException if Kafka does not answer
     */
    List<String> prepare() throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> existing = within(admin.listTopics().names());
        List<NewTopic> missing = Topics.ownedBy(Topics.Owner.STREAMS).stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(this::newTopic)
                .toList();
        for (KafkaFuture<Void> creation : admin.createTopics(missing).values().values()) {
            ignoringExisting(creation);
        }
        return Topics.ownedBy(Topics.Owner.API).stream()
                .map(Topic::name)
                .filter(name -> !existing.contains(name))
                .toList();
    }

    private NewTopic newTopic(Topic topic) {
        int replication = settings.replicationFactor();
        return new NewTopic(topic.name(), topic.partitions(), (short) replication).configs(topic.settings(replication));
    }

    /** Another instance may have been faster. */
    private static void ignoringExisting(KafkaFuture<Void> creation)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            within(creation);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T within(KafkaFuture<T> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
