package de.visitenkarte.streams.engine;

import de.visitenkarte.events.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Forgets everything that was counted: offsets, stores, changelogs and the topics of this application. Refuses while an
 * instance runs, and when events have left Kafka by age: their counts could not be had again.
 */
public final class Reset {

    private final Admin admin;
    private final Path stateDirectory;

    public Reset(Admin admin, Path stateDirectory) {
        this.admin = admin;
        this.stateDirectory = stateDirectory;
    }

    /**
     * Forgets it.
     *
     * @throws IllegalStateException if that must not be, with the reason for the operator; nothing was changed
     * @throws ExecutionException if Kafka is away or refuses
     */
    public void run() throws ExecutionException, InterruptedException, IOException {
        refuseWhileInstancesRun();
        refuseWhenEventsAreGone();
        if (groupExists()) {
            admin.deleteConsumerGroups(List.of(EngineProperties.APPLICATION_ID))
                    .all()
                    .get();
        }
        admin.deleteTopics(countedTopics()).all().get();
        Utils.delete(stateDirectory.resolve(EngineProperties.APPLICATION_ID).toFile());
    }

    private boolean groupExists() throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .anyMatch(EngineProperties.APPLICATION_ID::equals);
    }

    private boolean hasMembers() throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(EngineProperties.APPLICATION_ID)).all().get().values().stream()
                .anyMatch(group -> !group.members().isEmpty());
    }

    private void refuseWhileInstancesRun() throws ExecutionException, InterruptedException {
        if (groupExists() && hasMembers()) {
            throw new IllegalStateException("An instance of streams is still running, or was killed within the last"
                    + " seconds: stop all of them first.");
        }
    }

    private void refuseWhenEventsAreGone() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> firsts = Topics.ownedBy(Topics.Owner.API).stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(each -> each, each -> OffsetSpec.earliest()));
        boolean complete =
                admin.listOffsets(firsts).all().get().values().stream().allMatch(first -> first.offset() == 0);
        if (!complete) {
            throw new IllegalStateException(
                    "The oldest events have left Kafka by age, so what they counted could not be"
                            + " counted again. The cells in the database can still be rebuilt from the cell topics: run the"
                            + " rebuild of the api alone.");
        }
    }

    private List<String> countedTopics() throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<String> counted = new ArrayList<>(existing.stream()
                .filter(name -> name.startsWith(EngineProperties.APPLICATION_ID + "-"))
                .toList());
        Topics.ownedBy(Topics.Owner.STREAMS).stream()
                .map(Topics.Topic::name)
                .filter(existing::contains)
                .forEach(counted::add);
        return counted;
    }
}
