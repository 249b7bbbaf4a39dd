package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerIT {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final Authority authority = Authorities.list().get(0);
    private final Office office = authority.offices().get(0);
    private final Area area = office.areas().get(0);

    @TempDir
    Path directory;

    @Test
    void countsWhatIsWrittenInStepsOrTwiceOnce() {
        OfficeDay day = day(
                List.of(visit(100, 60, true), visit(200, 90, true), visit(300, 30, false), visit(1000, 5, true)),
                List.of(rating(150, 4), rating(250, 5), rating(260, 5)));

        new LedgerWriter(directory).write(List.of(day), window(0, 150));
        new LedgerWriter(directory).write(List.of(day), window(0, 250));
        new LedgerWriter(directory).write(List.of(day), window(150, 2000));

        Ledger ledger = Ledger.read(directory);
        assertThat(ledger.ratings()).isEqualTo(3);
        assertThat(ledger.visits()).isEqualTo(4);
        assertThat(ledger.answers())
                .isEqualTo(Map.of(
                        new Ledger.Answer(office.id(), area.id(), TEN, "overall", 4), 1L,
                        new Ledger.Answer(office.id(), area.id(), TEN, "overall", 5), 2L));
        assertThat(ledger.waits())
                .isEqualTo(Map.of(
                        new Ledger.Wait(office.id(), true, TEN), new Ledger.WaitTotal(2, 150),
                        new Ledger.Wait(office.id(), false, TEN), new Ledger.WaitTotal(1, 30),
                        new Ledger.Wait(office.id(), true, TEN.plusSeconds(900)), new Ledger.WaitTotal(1, 5)));
    }

    @Test
    void writesOnlyWhatLiesInTheWindow() {
        OfficeDay day =
                day(List.of(visit(100, 60, true), visit(200, 90, true)), List.of(rating(150, 4), rating(250, 5)));

        new LedgerWriter(directory).write(List.of(day), window(0, 150));

        assertThat(Ledger.read(directory).ratings()).isEqualTo(1);
        assertThat(Ledger.read(directory).visits()).isEqualTo(1);
    }

    @Test
    void survivesALineTornByAKill() throws IOException {
        OfficeDay day = day(List.of(), List.of(rating(150, 4), rating(250, 5)));
        new LedgerWriter(directory).write(List.of(day), window(0, 150));
        Path file = directory.resolve("ratings-2026-11.csv");
        Files.writeString(file, Files.readString(file) + "musterstadt-mitte-aufenthalt-1,2,muster");
        assertThat(Ledger.read(directory).ratings()).isEqualTo(1);

        new LedgerWriter(directory).write(List.of(day), window(150, 300));

        assertThat(Ledger.read(directory).ratings()).isEqualTo(2);
    }

    @Test
    void refusesOneNumberForTwoRatings() {
        new LedgerWriter(directory).write(List.of(day(List.of(), List.of(rating(150, 4)))), window(0, 900));
        new LedgerWriter(directory).write(List.of(day(List.of(), List.of(rating(150, 5)))), window(0, 900));

        assertThatThrownBy(() -> Ledger.read(directory)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isEmptyBeforeTheFirstEvent() {
        assertThat(Ledger.read(directory.resolve("absent")).ratings()).isZero();
    }

    private OfficeDay day(List<Visit> visits, List<Rating> ratings) {
        return new OfficeDay(authority, office, numbered(visits), numbered(ratings));
    }

    private static <T> List<Numbered<T>> numbered(List<T> events) {
        return events.stream()
                .map(event -> new Numbered<>(events.indexOf(event) + 1, event))
                .toList();
    }

    private static Visit visit(long finishedAfterTen, long waited, boolean withAppointment) {
        long finished = TEN.getEpochSecond() + finishedAfterTen;
        return Visit.ofSeconds(finished - 600 - waited, finished - 600, finished, withAppointment);
    }

    private Rating rating(long afterTen, int overall) {
        return new Rating(area.deviceId(), area.id(), TEN.plusSeconds(afterTen), "de", Map.of("overall", overall));
    }

    private static Window window(long after, long upTo) {
        return new Window(TEN.plusSeconds(after), TEN.plusSeconds(upTo));
    }
}
