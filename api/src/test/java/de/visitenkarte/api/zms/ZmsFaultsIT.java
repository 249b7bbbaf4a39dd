package de.visitenkarte.api.zms;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.Examples.OFFICE;
import static de.visitenkarte.api.examples.Examples.anIntegration;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.examples.RegistryBuilder;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.events.Visit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of visits when ZMS or PostgreSQL behave in ways that nobody planned. */
@SuppressWarnings("NullAway.Init")
class ZmsFaultsIT {

    private static final ZmsSettings.Scope FIRST = new ZmsSettings.Scope("7", "musterstadt-nord");
    private static final ZmsSettings.Scope SECOND = new ZmsSettings.Scope("141", OFFICE);
    private static final String FIRST_QUEUE = "/scope/7/queue/";
    private static final int ENOUGH_MEGABYTES = 17;

    private final FakeZms zms = new FakeZms();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicBoolean commitIsUnknown = new AtomicBoolean();
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private Jdbi jdbi;

    @BeforeEach
    void migrate() {
        DataSource database = PostgresForTests.newMigratedDatabase();
        jdbi = Jdbi.create(() -> unreliable(database.getConnection()))
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new PostgresPlugin());
        RegistryBuilder.anAuthority("musterstadt")
                .with(OFFICE)
                .with("musterstadt-nord")
                .insert(jdbi);
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json"));
    }

    @AfterEach
    void stop() {
        zms.close();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void answerThatStopsHalfwayIsGivenUp() throws InterruptedException {
        zms.stopHalfway(FIRST_QUEUE, ZmsFixtures.text("queue.json"));
        aPoller(FIRST, SECOND).run();

        assertThat(looks("unreachable")).isEqualTo(1);
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void answerThatIsTooLargeIsNotReadToItsEnd() throws InterruptedException {
        zms.json(FIRST_QUEUE, " ".repeat(ENOUGH_MEGABYTES << 20) + ZmsFixtures.text("queue.json"));
        aPoller(FIRST, SECOND).run();

        assertThat(looks("ok")).isEqualTo(1);
        assertThat(meters.get("zms.failing").gauge().value()).isEqualTo(1);
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void timeThatNoClockKnowsHoldsUpNoOtherScope() throws InterruptedException {
        zms.json(FIRST_QUEUE, ZmsFixtures.text("queue.json").replace("1795428720", "1e18"));
        ZmsPoller poller = aPoller(FIRST, SECOND);
        broker.sendException = new KafkaException("away");
        poller.run();
        broker.sendException = null;
        broker.clear();
        poller.run();

        assertThat(looks("unreadable")).isPositive();
        assertThat(looks("ok")).isEqualTo(2);
        assertThat(numbers()).as("the outbox is sent too").containsExactly(1L, 2L, 3L);
    }

    /** The connection breaks after PostgreSQL has committed and before it could say so. */
    @Test
    void commitOfUnknownOutcomeCountsNobodyTwice() throws InterruptedException {
        ZmsPoller poller = aPoller(SECOND);
        commitIsUnknown.set(true);
        poller.run();
        assertThat(commitIsUnknown).as("the commit was reached").isFalse();
        poller.run();

        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    private ZmsPoller aPoller(ZmsSettings.Scope... scopes) {
        ZmsSettings settings = zms.settings(scopes);
        return new ZmsPoller(
                settings,
                new ZmsClient(settings, FakeZms.KEY),
                () -> Optional.of(anIntegration()),
                jdbi,
                new EventPublisher(broker),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new ZmsMeters(meters),
                UUID.randomUUID());
    }

    private double looks(String outcome) {
        return meters.get("zms.looks").tag("outcome", outcome).counter().count();
    }

    private List<Long> numbers() {
        return broker.history().stream()
                .map(event -> {
                    try {
                        return Visit.parseFrom(event.value()).getSequenceNumber();
                    } catch (InvalidProtocolBufferException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** Commits, and says that it is not known, when the test asks for it. */
    private Connection unreliable(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        if (method.getName().equals("commit") && commitIsUnknown.compareAndSet(true, false)) {
                            throw new SQLException("The connection is gone", "08006");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
