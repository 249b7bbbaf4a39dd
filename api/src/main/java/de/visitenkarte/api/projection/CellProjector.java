package de.visitenkarte.api.projection;

import de.visitenkarte.api.projection.ProjectionDao.ProjectedOffset;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes cells and accounts to PostgreSQL, each exactly once: a cell carries its whole truth, and the offsets move in the transaction
 * that writes what they stand for. If another instance was faster the transaction is given up and reading starts again from
 * where the database stands. Not for use by several threads.
 */
public final class CellProjector {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Jdbi jdbi;
    private final Counter projected;
    private final Map<TopicPartition, Long> expectedOffsets = new HashMap<>();
    private @Nullable Consumer<String, byte[]> consumer;

    /** @param consumers makes a consumer of committed records; one at a time is open */
    public CellProjector(Supplier<Consumer<String, byte[]>> consumers, Jdbi jdbi, MeterRegistry meters) {
        this.consumers = consumers;
        this.jdbi = jdbi;
        this.projected = Counter.builder("projection.cells")
                .description("Cells written to PostgreSQL")
                .baseUnit("cells")
                .register(meters);
    }

    /** Projects what arrives within a quarter of a second; returns true, since there may always be more. */
    public boolean run() {
        try {
            Consumer<String, byte[]> open = consumer == null ? open() : consumer;
            ConsumerRecords<String, byte[]> records = open.poll(POLL);
            if (records.isEmpty()) {
                followTheDatabase();
            } else {
                CellBatch batch = CellBatch.of(records);
                jdbi.useTransaction(handle -> write(handle.attach(ProjectionDao.class), batch));
                expectedOffsets.putAll(batch.nextOffsets());
                projected.increment(batch.size());
            }
            return true;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A rebuild, or another instance, may have moved the offsets while nothing arrived here. */
    private void followTheDatabase() {
        Map<TopicPartition, Long> inDatabase =
                jdbi.withExtension(ProjectionDao.class, ProjectionDao::listOffsets).stream()
                        .collect(Collectors.toMap(CellProjector::partitionOf, ProjectedOffset::nextOffset));
        if (!inDatabase.entrySet().containsAll(expectedOffsets.entrySet())) {
            close();
        }
    }

    private static TopicPartition partitionOf(ProjectedOffset offset) {
        return new TopicPartition(offset.topic(), offset.partition());
    }

    /** Closes the consumer; a later run opens a new one. */
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    private Consumer<String, byte[]> open() {
        List<TopicPartition> partitions = CellBatch.TOPICS.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        List<ProjectedOffset> offsets = jdbi.inTransaction(handle -> {
            ProjectionDao dao = handle.attach(ProjectionDao.class);
            dao.insertOffsets(partitions.stream()
                    .map(each -> new ProjectedOffset(each.topic(), each.partition(), 0))
                    .toList());
            return dao.listOffsets();
        });
        Consumer<String, byte[]> opened = consumers.get();
        consumer = opened;
        opened.assign(partitions);
        expectedOffsets.clear();
        for (ProjectedOffset offset : offsets) {
            TopicPartition partition = partitionOf(offset);
            // A newer version beside this one may project topics that this one does not know.
            if (partitions.contains(partition)) {
                expectedOffsets.put(partition, offset.nextOffset());
                opened.seek(partition, offset.nextOffset());
            }
        }
        return opened;
    }

    private void write(ProjectionDao dao, CellBatch batch) {
        Set<TopicPartition> partitions = batch.nextOffsets().keySet();
        int moved = dao.moveOffsets(
                partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
                partitions.stream().mapToInt(TopicPartition::partition).toArray(),
                partitions.stream()
                        .mapToLong(partition -> expectedOffsets.getOrDefault(partition, 0L))
                        .toArray(),
                partitions.stream()
                        .mapToLong(partition -> batch.nextOffsets().getOrDefault(partition, 0L))
                        .toArray());
        if (moved != partitions.size()) {
            throw new IllegalStateException("Another instance has projected meanwhile, one or more of " + partitions);
        }
        batch.leaveOutBefore(dao.getCellsFrom());
        new BatchWriter(dao).write(batch);
    }
}
