package de.visitenkarte.api.visitfile;

import de.visitenkarte.api.feed.FileNumbering;
import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.api.visit.VisitAssessment;
import de.visitenkarte.events.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;

/** Numbers and publishes the visits of a file. Everything may be repeated: what was sent before is recognised. */
public final class VisitFilePublisher {

    private static final int BATCH = 500;
    private static final long PROGRESS = 10_000;

    private final Jdbi jdbi;
    private final Integration integration;
    private final Instant now;

    public VisitFilePublisher(Jdbi jdbi, Integration integration, Instant now) {
        this.jdbi = jdbi;
        this.integration = integration;
        this.now = now;
    }

    /**
     * What an import comes to.
     *
     * @param fresh visits that had not been imported before
     * @param known visits that had
     */
    public record Result(long fresh, long known) {}

    /** Returns what {@link #publish} would do. */
    public Result look(List<FileContent.Line> lines) {
        long known = 0;
        for (Map.Entry<String, List<FileContent.Line>> office : byOffice(lines).entrySet()) {
            known += numbers(office.getKey(), office.getValue(), false).known();
        }
        return new Result(lines.size() - known, known);
    }

    /**
     * Publishes all visits, the known ones too: a broker that lost them gets them again, any other drops them.
     *
     * @param progress hears about every 10,000 visits how many the broker has acknowledged so far
     * @throws de.visitenkarte.api.problem.UnavailableException if the broker does not answer
     */
    public Result publish(List<FileContent.Line> lines, EventPublisher publisher, LongConsumer progress) {
        long known = 0;
        long sent = 0;
        for (Map.Entry<String, List<FileContent.Line>> office : byOffice(lines).entrySet()) {
            FileNumbering.Numbers numbers = numbers(office.getKey(), office.getValue(), true);
            known += numbers.known();
            List<ProducerRecord<String, byte[]>> events = events(office.getValue(), numbers.numbers());
            for (int from = 0; from < events.size(); from += BATCH) {
                List<ProducerRecord<String, byte[]>> batch =
                        events.subList(from, Math.min(from + BATCH, events.size()));
                publisher.publish(batch);
                sent += batch.size();
                if (sent / PROGRESS > (sent - batch.size()) / PROGRESS) {
                    progress.accept(sent);
                }
            }
        }
        return new Result(lines.size() - known, known);
    }

    private FileNumbering.Numbers numbers(String officeId, List<FileContent.Line> lines, boolean keep) {
        return new FileNumbering(jdbi, integration.id(), officeId)
                .number(lines.stream().map(FileContent.Line::bodyHash).toList(), keep);
    }

    private List<ProducerRecord<String, byte[]>> events(List<FileContent.Line> lines, List<Long> numbers) {
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            FileContent.Line line = lines.get(i);
            Assessment assessment = VisitAssessment.assess(line.visit().numbered(numbers.get(i)), integration, now);
            if (assessment instanceof Assessment.Acceptable event) {
                events.add(new ProducerRecord<>(
                        Topics.VISIT.name(), null, Bucket.startOf(now).toEpochMilli(), event.key(), event.value()));
            }
        }
        return events;
    }

    private static Map<String, List<FileContent.Line>> byOffice(List<FileContent.Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(FileContent.Line::officeId, TreeMap::new, Collectors.toList()));
    }
}
