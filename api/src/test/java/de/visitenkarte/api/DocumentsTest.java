package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.visitenkarte.api.accounting.Accounting;
import de.visitenkarte.api.accounting.AccountingDao;
import de.visitenkarte.api.audit.AuditChain;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.audit.AuditWatch;
import de.visitenkarte.api.device.DeviceGuard;
import de.visitenkarte.api.device.DeviceWatch;
import de.visitenkarte.api.device.Sightings;
import de.visitenkarte.api.examples.Examples;
import de.visitenkarte.api.examples.FakeBroker;
import de.visitenkarte.api.feed.FeedDao;
import de.visitenkarte.api.feed.FeedWatch;
import de.visitenkarte.api.intake.Intake;
import de.visitenkarte.api.projection.CellProjector;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.api.rating.RatingResource;
import de.visitenkarte.api.release.Releaser;
import de.visitenkarte.api.retention.RetentionJob;
import de.visitenkarte.api.retention.RetentionSettings;
import de.visitenkarte.api.retention.RetentionWatch;
import de.visitenkarte.api.visit.VisitResource;
import de.visitenkarte.api.zms.ZmsMeters;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.Test;

/** Holds generated documents against the code they are made from. */
class DocumentsTest {

    private static final String METRICS_HEAD = """
            # Metrics

            The api serves these meters of its own at `/metrics` of the admin port, in Prometheus' text format, beside those of
            the JVM, of Jetty, of the connection pools and of the Kafka clients. This page is generated from the code; a test
            compares the two. Of a timer there are `…_count`, `…_sum` and `…_max`. Beside `accounting_off_events` there is
            `accounting_authority_off_events`, the same for each authority and kind. What begins with `accounting_` is `NaN` when the
            books could not be compared for 60 s: alert on that too.

            | Prometheus | in the code | type | unit | meaning |
            |---|---|---|---|---|
            """;

    @Test
    void openApiIsTheOneOfTheCode() throws IOException {
        try (var stream = Objects.requireNonNull(DocumentsTest.class.getResourceAsStream("/openapi.json"))) {
            Golden.assertSame("openapi.json", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everythingThatTheDescriptionRefersToIsInIt() throws IOException {
        try (var stream = Objects.requireNonNull(DocumentsTest.class.getResourceAsStream("/openapi.json"))) {
            JsonNode document = new ObjectMapper().readTree(stream);

            assertThat(document.findValuesAsText("$ref"))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse());
        }
    }

    @Test
    void metricsAreThoseOfTheCode() throws IOException {
        // A meter with several tags is one line.
        String rows = meters().stream().map(DocumentsTest::row).distinct().collect(Collectors.joining());

        Golden.assertSameBefore("\n## Streams\n", "metrics.md", METRICS_HEAD + rows);
    }

    @Test
    void everyMeterSaysWhatItCounts() {
        assertThat(meters()).hasSizeGreaterThan(8).allSatisfy(meter -> {
            assertThat(meter.getId().getDescription())
                    .as(meter.getId().getName())
                    .isNotBlank();
            assertThat(meter.getId().getBaseUnit()).as(meter.getId().getName()).isNotBlank();
        });
    }

    @Test
    void noNameSaysAWordTwice() {
        assertThat(meters())
                .allSatisfy(meter ->
                        assertThat(nameOf(meter.getId()).split("_", -1)).doesNotHaveDuplicates());
    }

    private static String nameOf(Meter.Id id) {
        return new PrometheusNamingConvention().name(id.getName(), id.getType(), id.getBaseUnit())
                + (id.getType() == Meter.Type.COUNTER ? "_total" : "");
    }

    private static String row(Meter meter) {
        Meter.Id id = meter.getId();
        String name = nameOf(id);
        return "| `" + name + "` | `" + id.getName() + "` | "
                + id.getType().name().toLowerCase(Locale.ROOT) + " | " + id.getBaseUnit() + " | "
                + id.getDescription() + " |\n";
    }

    private static List<Meter> meters() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Clock clock = Clock.fixed(Examples.NOW, ZoneOffset.UTC);
        Jdbi unused = Jdbi.create(() -> {
                    throw new AssertionError("No test of documents needs a database");
                })
                .installPlugin(new SqlObjectPlugin());
        EventPublisher publisher = new EventPublisher(new FakeBroker());
        Intake.Tools tools = new Intake.Tools(new ObjectMapper(), publisher, clock, meters);
        DeviceGuard guard = new DeviceGuard(Examples.aDirectory(), new Sightings(unused, clock), clock, meters);
        RatingResource ratings = new RatingResource(tools, Examples.aDirectory(), guard);
        VisitResource visits = new VisitResource(tools);
        CellProjector projector = new CellProjector(() -> new MockConsumer<>("earliest"), unused, meters);
        Releaser releaser = new Releaser(unused, clock, meters);
        Accounting accounting = new Accounting(unused.onDemand(AccountingDao.class), Map::of, clock, meters);
        FeedWatch feeds = new FeedWatch(unused.onDemand(FeedDao.class), Duration.ofHours(2), clock, meters);
        DeviceWatch devices = new DeviceWatch(unused, clock, meters);
        ZmsMeters zms = new ZmsMeters(meters);
        AuditWatch audit = new AuditWatch(new AuditChain(unused), clock, meters);
        RetentionJob job = new RetentionJob(unused, RetentionSettings.DEFAULT, new AuditLog(unused, clock), clock);
        RetentionWatch retention = new RetentionWatch(job, clock, meters);
        assertThat(List.of(ratings, visits, projector, releaser, accounting, feeds, devices, zms, audit, retention))
                .doesNotContainNull();
        return meters.getMeters().stream()
                .sorted(Comparator.comparing(meter -> meter.getId().getName()))
                .toList();
    }
}
