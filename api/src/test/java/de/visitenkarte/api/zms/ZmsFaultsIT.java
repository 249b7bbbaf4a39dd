package de.visitenkarte.api.zms;

import static de.visitenkarte.api.zms.ZmsTestbed.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.examples.FakeBroker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of visits when ZMS or PostgreSQL fail, also in ways that nobody planned. */
class ZmsFaultsIT {

    private static final ZmsSettings.Scope FIRST = new ZmsSettings.Scope("7", "musterstadt-nord");
    private static final String FIRST_QUEUE = "/scope/7/queue/";
    private static final int ENOUGH_MEGABYTES = 17;

    private final AtomicBoolean commitIsUnknown = new AtomicBoolean();

    @AutoClose
    private final ZmsTestbed bed = new ZmsTestbed(database -> Jdbi.create(() -> unreliable(database.getConnection()))
            .installPlugin(new SqlObjectPlugin())
            .installPlugin(new PostgresPlugin()));

    private final FakeZms zms = bed.zms();
    private final FakeBroker broker = bed.broker();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|{}|unauthorised",
                "403|{}|unauthorised",
                "500|{}|unreachable",
                "429|{}|unreachable",
                "200|<html>Anmeldung</html>|unreadable",
                "302|<html>Anmeldung</html>|unreadable",
                "404|{}|unreadable",
                "200|{\"meta\":{\"error\":true},\"data\":[]}|unreadable",
                "200|{\"meta\":{\"error\":false,\"reducedData\":true},\"data\":[]}|reduced"
            })
    void everyFaultIsCountedAndNothingElseHappens(int status, String body, String outcome) throws InterruptedException {
        zms.reply(FakeZms.QUEUE, status, body);
        bed.aPoller().run();

        assertThat(bed.looks(outcome)).isEqualTo(1);
        assertThat(bed.meters().get("zms.failing").gauge().value()).isEqualTo(1);
        assertThat(bed.published()).isEmpty();
    }

    @Test
    void answerThatDoesNotComeIsGivenUp() throws InterruptedException {
        zms.hang(FakeZms.QUEUE);
        bed.aPoller().run();

        assertThat(bed.looks("unreachable")).isEqualTo(1);
    }

    @Test
    void pausesGrowAndEnd() throws InterruptedException {
        ZmsPoller poller = bed.aPoller();
        zms.reply(FakeZms.QUEUE, 500, "{}");
        for (int i = 0; i < 20; i++) {
            poller.run();
            bed.forward(Duration.ofSeconds(30));
        }
        assertThat(zms.asked())
                .as("in ten minutes: at 0, 30 s, 1½, 3½ and 7½ minutes")
                .hasSize(5);
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json"));
        bed.forward(Duration.ofMinutes(5));
        poller.run();

        assertThat(bed.meters().get("zms.failing").gauge().value()).isZero();
        assertThat(bed.looks("ok")).isEqualTo(1);
    }

    @Test
    void scopeThatFailsHoldsUpNoOther() throws InterruptedException {
        zms.reply(FIRST_QUEUE, 403, "{}");
        bed.aPoller(FIRST, SCOPE).run();

        assertThat(bed.published()).hasSize(3);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void answerThatStopsHalfwayIsGivenUp() throws InterruptedException {
        zms.stopHalfway(FIRST_QUEUE, ZmsFixtures.text("queue.json"));
        bed.aPoller(FIRST, SCOPE).run();

        assertThat(bed.looks("unreachable")).isEqualTo(1);
        assertThat(bed.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void answerThatIsTooLargeIsNotReadToItsEnd() throws InterruptedException {
        zms.json(FIRST_QUEUE, " ".repeat(ENOUGH_MEGABYTES << 20) + ZmsFixtures.text("queue.json"));
        bed.aPoller(FIRST, SCOPE).run();

        assertThat(bed.looks("ok")).isEqualTo(1);
        assertThat(bed.meters().get("zms.failing").gauge().value()).isEqualTo(1);
        assertThat(bed.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void timeThatNoClockKnowsHoldsUpNoOtherScope() throws InterruptedException {
        zms.json(FIRST_QUEUE, ZmsFixtures.text("queue.json").replace("1795428720", "1e18"));
        ZmsPoller poller = bed.aPoller(FIRST, SCOPE);
        broker.sendException = new KafkaException("away");
        poller.run();
        broker.sendException = null;
        broker.clear();
        poller.run();

        assertThat(bed.looks("unreadable")).isPositive();
        assertThat(bed.looks("ok")).isEqualTo(2);
        assertThat(bed.numbers()).as("the outbox is sent too").containsExactly(1L, 2L, 3L);
    }

    /** The connection breaks after PostgreSQL has committed and before it could say so. */
    @Test
    void commitOfUnknownOutcomeCountsNobodyTwice() throws InterruptedException {
        ZmsPoller poller = bed.aPoller(SCOPE);
        commitIsUnknown.set(true);
        poller.run();
        assertThat(commitIsUnknown).as("the commit was reached").isFalse();
        poller.run();

        assertThat(bed.numbers()).containsExactly(1L, 2L, 3L);
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
