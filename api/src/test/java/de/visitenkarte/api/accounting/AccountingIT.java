package de.visitenkarte.api.accounting;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Book;
import de.visitenkarte.api.examples.Cells;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the statement says of books, cells and broker. */
@SuppressWarnings("NullAway.Init")
class AccountingIT {

    private static final String OFFICE = "musterstadt-mitte";
    private static final String DEVICE = "musterstadt-mitte-1";
    private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(1));
    private static final SourcePartition PARTITION = new SourcePartition("rating", 0);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Jdbi jdbi;
    private Cells cells;
    private Map<SourcePartition, Long> acknowledged;
    private Accounting accounting;
    private Instant now = NOW;
    private Runnable atTheBroker = () -> {};
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    @BeforeEach
    void migrate() {
        jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
        cells = new Cells(jdbi);
        acknowledged = Map.of();
        accounting = new Accounting(
                jdbi.onDemand(AccountingDao.class),
                () -> {
                    atTheBroker.run();
                    return acknowledged;
                },
                clock,
                meters);
        anAuthority("musterstadt").with(OFFICE).insert(jdbi);
    }

    @Test
    void isNotOffWhenEverythingIsCountedOrInQuarantine() throws Exception {
        book(DEVICE, 5, 3, 2, LONG_AGO);
        cells.ratings(OFFICE, "2026-11-20T10:15", 0, 1, 0, 2, 0);
        accounting.run();
        accounting.run();

        assertThat(off()).containsExactly(Map.entry("musterstadt/rating", 0.0));
        assertThat(meters.get("accounting.quarantined").gauge().value()).isEqualTo(2);
    }

    @Test
    void isOffWhenAnEventIsNeitherCountedNorInQuarantine() throws Exception {
        book(DEVICE, 5, 3, 1, LONG_AGO);
        cells.ratings(OFFICE, "2026-11-20T10:15", 0, 1, 0, 2, 0);
        accounting.run();

        assertThat(off()).containsEntry("musterstadt/rating", 1.0);
    }

    @Test
    void isOffWhenACellLacksWhatWasCountedAndSaysSoOnlyWhenItIsCertain() throws Exception {
        book(DEVICE, 3, 3, 0, LONG_AGO);
        cells.ratings(OFFICE, "2026-11-20T10:15", 0, 1, 0, 1, 0);
        accounting.run();
        assertThat(off()).as("may be on its way").containsEntry("musterstadt/rating", 0.0);
        accounting.run();
        assertThat(off()).containsEntry("musterstadt/rating", 1.0);

        cells.ratings(OFFICE, "2026-11-20T10:30", 0, 0, 0, 0, 1);
        accounting.run();
        assertThat(off()).as("it has arrived").containsEntry("musterstadt/rating", 0.0);
    }

    @Test
    void doesNotJudgeAnOfficeThatIsBusy() throws Exception {
        book(DEVICE, 3, 3, 0, NOW.minus(CellCheck.QUIET.dividedBy(2)));
        accounting.run();
        accounting.run();

        assertThat(off()).containsEntry("musterstadt/rating", 0.0);
    }

    @Test
    void errorsOfOppositeSignsDoNotHideEachOther() throws Exception {
        anAuthority("beispielheide")
                .with("beispielheide-nord")
                .with("beispielheide-sued")
                .insert(jdbi);
        book("beispielheide-nord", "d-1", 5, 4, 0, LONG_AGO);
        book("beispielheide-sued", "d-2", 4, 5, 0, LONG_AGO);
        cells.ratings("beispielheide-nord", "2026-11-20T10:15", 4, 0, 0, 0, 0);
        cells.ratings("beispielheide-sued", "2026-11-20T10:15", 5, 0, 0, 0, 0);
        accounting.run();

        assertThat(off()).containsEntry("beispielheide/rating", 2.0);
    }

    @Test
    void showsWhatTheBrokerHasAndTheBooksDoNot() throws Exception {
        book(DEVICE, 5, 5, 0, LONG_AGO);
        acknowledged = Map.of(PARTITION, 8L);
        accounting.run();

        assertThat(meters.get("accounting.unread").gauge().value()).isEqualTo(3);
    }

    @Test
    void isOffWhenMoreIsBookedThanTheBrokerEverAcknowledged() throws Exception {
        book(DEVICE, 5, 5, 0, LONG_AGO);
        acknowledged = Map.of(PARTITION, 3L, new SourcePartition("rating", 1), 2L);
        accounting.run();

        assertThat(meters.get("accounting.off").gauge().value()).isEqualTo(2);
        assertThat(meters.get("accounting.unread").gauge().value()).isEqualTo(2);
        assertThat(OperationsPage.render(accounting.statement(), Map.of()))
                .contains("Die Bücher gehen nicht auf: Abweichung 2.");
    }

    /** What is booked between two questions must not look as if it were booked twice. */
    @Test
    void asksTheBrokerAfterTheBooks() throws Exception {
        atTheBroker = () -> book("musterstadt-mitte-2", 4, 4, 0, LONG_AGO);
        acknowledged = Map.of(PARTITION, 4L);
        accounting.run();

        assertThat(meters.get("accounting.off").gauge().value()).isZero();
        assertThat(meters.get("accounting.unread").gauge().value()).isEqualTo(4);
    }

    @Test
    void saysNothingWhenTheLatestStatementIsOld() throws Exception {
        book(DEVICE, 5, 4, 0, LONG_AGO);
        accounting.run();
        now = NOW.plusSeconds(60);
        assertThat(off()).containsEntry("musterstadt/rating", 1.0);
        assertThat(accounting.isValid()).isTrue();
        now = NOW.plusSeconds(61);

        assertThat(accounting.isValid()).isFalse();

        assertThat(off()).containsEntry("musterstadt/rating", Double.NaN);
        for (String name : List.of("off", "unread", "quarantined", "missing")) {
            assertThat(meters.get("accounting." + name).gauge().value())
                    .as(name)
                    .isNaN();
        }
    }

    @Test
    void oneNumberOutOfAllBoundsDoesNotHideTheOthers() throws Exception {
        book(DEVICE, 5, 3, 1, LONG_AGO);
        book("musterstadt-mitte-2", 5, 5, 0, LONG_AGO);
        jdbi.useHandle(
                handle -> handle.execute("UPDATE account.source SET highest_sequence_number = " + Long.MAX_VALUE));
        accounting.run();

        assertThat(meters.get("accounting.off").gauge().value()).isEqualTo(1);
        assertThat(meters.get("accounting.missing").gauge().value()).isEqualTo(9007199254740991.0);
    }

    @Test
    void showsTheNumbersThatATabletHasNotDelivered() throws Exception {
        book(DEVICE, 5, 5, 0, LONG_AGO);
        jdbi.useHandle(handle -> handle.execute("UPDATE account.source SET highest_sequence_number = 9"));
        accounting.run();

        assertThat(accounting.statement().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.sourceId()).isEqualTo(DEVICE);
            assertThat(gap.missing()).isEqualTo(4);
        });
        assertThat(meters.get("accounting.missing").gauge().value()).isEqualTo(4);
    }

    @Test
    void recordsThatNameNobodyAreOnNobodysAccount() throws Exception {
        book("", "", 2, 0, 2, LONG_AGO);
        accounting.run();

        assertThat(off()).containsEntry("unknown/rating", 0.0);
        assertThat(OperationsPage.render(accounting.statement(), Map.of()))
                .contains("<td class=\"text\">unknown</td>", "Alles Angenommene ist gezählt");
    }

    @Test
    void saysOnThePageWhenTheBooksDoNotAgree() throws Exception {
        book(DEVICE, 5, 3, 1, LONG_AGO);
        jdbi.useHandle(handle -> handle.execute("UPDATE account.source SET source_id = '<b>'"));
        jdbi.useHandle(handle -> handle.execute("UPDATE account.source SET highest_sequence_number = 9"));
        accounting.run();

        assertThat(OperationsPage.render(accounting.statement(), Map.of()))
                .contains("Die Bücher gehen nicht auf: Abweichung 1.", "&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void saysThatFiguresAreSimulatedWhereTheyAre() throws Exception {
        jdbi.useHandle(handle -> handle.execute("UPDATE registry.authority SET simulated = true"));
        accounting.run();
        assertThat(OperationsPage.render(accounting.statement(), Map.of())).contains("Simulierte Daten");

        jdbi.useHandle(handle -> handle.execute("UPDATE registry.authority SET simulated = false"));
        accounting.run();
        assertThat(OperationsPage.render(accounting.statement(), Map.of())).doesNotContain("Simulierte Daten");
    }

    private void book(String device, long accepted, long counted, long quarantined, Instant at) {
        book(OFFICE, device, accepted, counted, quarantined, at);
    }

    private void book(String office, String device, long accepted, long counted, long quarantined, Instant at) {
        new Book("rating", office, device, accepted, counted, quarantined, at).insert(jdbi);
    }

    private Map<String, Double> off() {
        Map<String, Double> off = new TreeMap<>();
        meters.find("accounting.authority.off")
                .gauges()
                .forEach(gauge -> off.put(
                        gauge.getId().getTag("authority") + "/" + gauge.getId().getTag("kind"), gauge.value()));
        return off;
    }
}
