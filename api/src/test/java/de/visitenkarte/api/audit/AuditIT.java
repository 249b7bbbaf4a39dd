package de.visitenkarte.api.audit;

import static de.visitenkarte.api.examples.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that can only grow, and shows it when somebody made it otherwise. */
@SuppressWarnings("NullAway.Init")
class AuditIT {

    private static final AuditFilter ALL = new AuditFilter(null, null, null, null);

    /** One for all: each test begins with a log of its own. */
    private static final Jdbi jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());

    private AuditLog log;
    private AuditChain chain;
    private Instant now = NOW;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    @BeforeEach
    void writeFiveEntries() {
        tamper("TRUNCATE audit.entry");
        log = new AuditLog(jdbi, clock);
        chain = new AuditChain(jdbi);
        for (int i = 1; i <= 5; i++) {
            now = NOW.plus(Duration.ofHours(i));
            append("account-" + i % 2, i < 5 ? "musterstadt" : null, Map.of("to", "Größe \" \\ \n" + i, "from", ""));
        }
    }

    @Test
    void everythingThatIsWrittenCanBeVerified() {
        AuditChain.Finding finding = chain.verify();

        assertThat(finding.fault()).isNull();
        assertThat(finding.entries()).isEqualTo(5);
        assertThat(finding.untrusted()).isZero();
        assertThat(finding.head().number()).isEqualTo(5);
        assertThat(chain.verify(AuditMark.parse(finding.head().toString())).fault())
                .isNull();
    }

    @Test
    void emptyLogHolds() {
        tamper("TRUNCATE audit.entry");

        assertThat(chain.verify().fault()).isNull();
        assertThat(chain.verify().head()).isEqualTo(AuditMark.START);
    }

    /** An entry needs the hash of the one before, so a fork would show as a broken chain. */
    @Test
    void writersAtTheSameTimeNeitherForkNorLeaveAGap() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(writer -> writers.submit(() -> {
                        for (int i = 0; i < 25; i++) {
                            append("writer-" + writer, null, Map.of());
                        }
                    }))
                    .toList();
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(chain.verify().fault()).isNull();
        assertThat(chain.verify().entries()).isEqualTo(105);
    }

    @Test
    void entryOfATransactionThatFailsLeavesNoGap() {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    log.append(handle, event("account-1", null, Map.of()));
                    throw new IllegalStateException("what was to be done failed");
                }))
                .hasMessage("what was to be done failed");
        append("account-1", null, Map.of());

        assertThat(chain.verify().fault()).isNull();
        assertThat(chain.verify().entries()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit.entry SET actor = 'x' WHERE number = 1",
                "UPDATE audit.entry SET actor = actor WHERE false",
                "DELETE FROM audit.entry WHERE number = 5",
                "TRUNCATE audit.entry",
            })
    void tableCanOnlyGrow(String sql) {
        assertThatThrownBy(() -> execute(sql)).hasMessageContaining("the audit log can only grow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | UPDATE audit.entry SET actor = 'x' WHERE number = 3
            3 | UPDATE audit.entry SET action = 'signed-out' WHERE number = 3
            3 | UPDATE audit.entry SET subject = 'another' WHERE number = 3
            3 | UPDATE audit.entry SET occurred_at = occurred_at + interval '1 microsecond' WHERE number = 3
            3 | UPDATE audit.entry SET occurred_at = 'infinity' WHERE number = 3
            3 | UPDATE audit.entry SET authority_id = NULL WHERE number = 3
            3 | UPDATE audit.entry SET details = details - 'from' WHERE number = 3
            3 | UPDATE audit.entry SET details = jsonb_set(details, '{by}', '"x"') WHERE number = 3
            3 | UPDATE audit.entry SET details = '[1]' WHERE number = 3
            3 | UPDATE audit.entry SET hash = sha256('x') WHERE number = 3
            1 | UPDATE audit.entry SET hash = sha256('x') WHERE number = 1
            5 | UPDATE audit.entry SET number = 6 WHERE number = 5
            """)
    void changedEntryIsFound(long number, String tampering) {
        tamper(tampering);

        assertThat(chain.verify().fault()).startsWith("Entry " + number + " is ");
        assertThat(chain.verify().untrusted()).isEqualTo(6 - number);
    }

    @Test
    void entryThatWasTakenOutIsFound() {
        tamper("DELETE FROM audit.entry WHERE number = 2");

        assertThat(chain.verify().fault()).isEqualTo("Entry 2 is missing.");
        assertThat(chain.verify().untrusted()).isEqualTo(3);
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        tamper("UPDATE audit.entry SET number = CASE number WHEN 2 THEN 103 ELSE 102 END WHERE number IN (2, 3)");
        tamper("UPDATE audit.entry SET number = number - 100 WHERE number > 100");

        assertThat(chain.verify().fault()).startsWith("Entry 2 is broken");
    }

    /** Nothing in the database shows that; what was kept elsewhere does. */
    @Test
    void entryCutOffAtTheEndIsFoundWithAMarkOnly() {
        AuditMark before = chain.verify().head();
        tamper("DELETE FROM audit.entry WHERE number = 5");

        assertThat(chain.verify().fault()).isNull();
        assertThat(chain.verify(before).fault()).isEqualTo("Entry 5 is missing: the log was cut off after entry 4.");
        assertThat(chain.verify(before).untrusted()).isEqualTo(1);
    }

    @Test
    void logThatWasWrittenAnewIsFoundWithAMarkOnly() {
        AuditMark before = chain.verify().head();
        tamper("DELETE FROM audit.entry WHERE number = 5");
        append("another", null, Map.of());
        append("another", null, Map.of());

        assertThat(chain.verify().fault()).isNull();
        assertThat(chain.verify(before).fault())
                .isEqualTo("Entry 5 is not the one that was marked: the log was written anew.");
    }

    @Test
    void olderMarkHoldsWhileTheLogGrows() {
        AuditMark before = chain.verify().head();
        append("account-1", null, Map.of());

        assertThat(chain.verify(before).fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "5:",
                "5:abc",
                ":",
                "-1:0000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoMarkIsRefused(String text) {
        assertThatThrownBy(() -> AuditMark.parse(text)).isInstanceOf(AuditException.class);
    }

    @Test
    void looksOnceADayAndSeesThatTheEndWasCutOff() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AuditWatch watch = new AuditWatch(chain, clock, meters);
        assertThat(broken(meters)).as("nobody has looked yet").isNaN();
        watch.run();
        assertThat(broken(meters)).isZero();

        tamper("DELETE FROM audit.entry WHERE number = 5");
        now = now.plus(Duration.ofHours(23));
        watch.run();
        assertThat(broken(meters)).as("not before tomorrow").isZero();
        now = now.plus(Duration.ofHours(1));
        watch.run();
        assertThat(broken(meters)).isEqualTo(1);
    }

    @Test
    void listsWhatMatches() {
        assertThat(list(ALL, 100)).hasSize(5);
        assertThat(list(ALL, 2))
                .as("the newest, newest last")
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("4  "),
                        line -> assertThat(line).startsWith("5  "));
        assertThat(list(new AuditFilter(NOW.plus(Duration.ofHours(4)), null, null, null), 9))
                .hasSize(2);
        assertThat(list(new AuditFilter(null, "account-0", null, null), 9)).hasSize(2);
        assertThat(list(new AuditFilter(null, null, "policy-changed", null), 9)).hasSize(5);
        assertThat(list(new AuditFilter(null, null, null, "musterstadt"), 9)).hasSize(4);
        assertThat(list(new AuditFilter(null, "nobody", null, null), 9)).containsExactly("No entry matches.");
    }

    @Test
    void lineSaysEverythingAndIsOneLine() {
        assertThat(list(ALL, 1))
                .containsExactly("5  " + now + "  account-1  policy-changed  -  policy  "
                        + "{\"to\": \"Größe \\\" \\\\ \\n5\", \"from\": \"\"}");
        append("a\nb\u001b[2J", null, Map.of());
        assertThat(list(ALL, 1)).singleElement().asString().contains("  a?b?[2J  ");
    }

    private void append(String actor, @Nullable String authorityId, Map<String, String> details) {
        log.append(event(actor, authorityId, details));
    }

    private static AuditEvent event(String actor, @Nullable String authorityId, Map<String, String> details) {
        return new AuditEvent(actor, AuditAction.POLICY_CHANGED, authorityId, "policy", details);
    }

    /** As somebody with all rights does who wants no trace. */
    private void tamper(String sql) {
        execute("ALTER TABLE audit.entry DISABLE TRIGGER only_grows");
        execute(sql);
        execute("ALTER TABLE audit.entry ENABLE TRIGGER only_grows");
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    private List<String> list(AuditFilter filter, int maximum) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new AuditReport(jdbi, new PrintStream(printed, true, StandardCharsets.UTF_8)).list(filter, maximum);
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static double broken(SimpleMeterRegistry meters) {
        return meters.get("audit.chain.broken").gauge().value();
    }
}
