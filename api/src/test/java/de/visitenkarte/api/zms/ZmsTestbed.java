package de.visitenkarte.api.zms;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.Examples.OFFICE;
import static de.visitenkarte.api.examples.Examples.anIntegration;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.FakeBroker;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.events.Visit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** What a poller stands between: a ZMS that answers as its fixtures say, a broker, a clock, and a database. */
final class ZmsTestbed implements AutoCloseable {

    static final ZmsSettings.Scope SCOPE = new ZmsSettings.Scope("141", OFFICE);

    private final FakeZms zms = new FakeZms();
    private final FakeBroker broker = new FakeBroker();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Jdbi jdbi;
    private Instant now = NOW;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    ZmsTestbed() {
        this(Database::jdbi);
    }

    /** @param access how the database is reached */
    ZmsTestbed(Function<DataSource, Jdbi> access) {
        jdbi = access.apply(PostgresForTests.newMigratedDatabase());
        anAuthority("musterstadt").with(OFFICE).with("musterstadt-nord").insert(jdbi);
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json"));
    }

    FakeZms zms() {
        return zms;
    }

    FakeBroker broker() {
        return broker;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    Clock clock() {
        return clock;
    }

    /** Lets time pass; it stands still otherwise. */
    void forward(Duration duration) {
        now = now.plus(duration);
    }

    /** Returns an instance of its own, as a second server or a restart has one. */
    ZmsPoller aPoller() {
        return aPoller(SCOPE);
    }

    ZmsPoller aPoller(ZmsSettings.Scope... scopes) {
        ZmsSettings settings = zms.settings(scopes);
        return new ZmsPoller(
                settings,
                new ZmsClient(settings, FakeZms.KEY),
                () -> Optional.of(anIntegration()),
                jdbi,
                new EventPublisher(broker),
                clock,
                new ZmsMeters(meters),
                UUID.randomUUID());
    }

    /** Returns how often a look at a scope ended like that. */
    double looks(String outcome) {
        return meters.get("zms.looks").tag("outcome", outcome).counter().count();
    }

    List<Visit> published() {
        return broker.visits();
    }

    /** Returns the sequence numbers of what was published. */
    List<Long> numbers() {
        return published().stream().map(Visit::getSequenceNumber).toList();
    }

    List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Override
    public void close() {
        zms.close();
    }
}
