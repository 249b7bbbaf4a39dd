package de.visitenkarte.api.visitfile;

import static de.visitenkarte.api.examples.Examples.ACCEPTS_FROM;
import static de.visitenkarte.api.examples.Examples.AUTHORITY;
import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.Examples.OFFICE;
import static de.visitenkarte.api.examples.Examples.anIntegration;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.api.visit.VisitItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitFileReaderTest {

    private static final Integration ONE_OFFICE =
            new Integration("musterstadt-datei", AUTHORITY, Map.of(OFFICE, ZoneId.of("Europe/Berlin")), ACCEPTS_FROM);

    @Test
    void readsGermanHeadingsDatesAndTimes() {
        FileContent content = read("""
                Ankunft;Aufruf;Ende;Termin;gebucht am
                16.11.2026 08:05;16.11.2026 08:21:30;16.11.2026 9:01;ja;26.10.2026
                """);

        assertThat(content.faults()).isEmpty();
        assertThat(content.visits().get(0).visit())
                .isEqualTo(new VisitItem(
                        1,
                        OFFICE,
                        Instant.parse("2026-11-16T07:05:00Z"),
                        Instant.parse("2026-11-16T07:21:30Z"),
                        Instant.parse("2026-11-16T08:01:00Z"),
                        true,
                        LocalDate.parse("2026-10-26")));
    }

    @Test
    void readsEnglishHeadingsIsoTimesCommasAndQuotes() {
        FileContent content = read("""
                arrivedAt,called_at,With Appointment
                2026-11-16T08:05:00+01:00,"2026-11-16 08:21",no
                2026-07-16T08:05,2026-07-16T08:21:00,false
                """);

        assertThat(content.faults()).isEmpty();
        assertThat(content.visits())
                .extracting(line -> line.visit().arrivedAt())
                .containsExactly(Instant.parse("2026-11-16T07:05:00Z"), Instant.parse("2026-07-16T06:05:00Z"));
    }

    @Test
    void dateMayStandInAColumnOfItsOwn() {
        assertThat(read("Datum;Ankunft;Aufruf;Termin\n16.11.2026;08:05;8:21;x")
                        .visits()
                        .get(0)
                        .visit()
                        .calledAt())
                .isEqualTo("2026-11-16T07:21:00Z");
    }

    @Test
    void byteOrderMarkEmptyLinesAndWindowsLineEndsDoNotMatter() {
        FileContent content = read("\uFEFFAnkunft;Aufruf;Termin\r\n\r\n16.11.2026 08:05;16.11.2026 08:21;ja\r\n;;\r\n");

        assertThat(content.faults()).isEmpty();
        assertThat(content.visits()).extracting(FileContent.Line::number).containsExactly(3);
    }

    @Test
    void namesEveryFaultWithItsLineAndColumn() {
        FileContent content = read("""
                Ankunft;Aufruf;Ende;Termin;gebucht am
                16.11.2026 08:05;16.11.2026 08:21;;ja;
                gestern;16.11.2026 25:21;;vielleicht;bald
                16.11.2026 08:30;16.11.2026 08:21;;nein;

                16.11.2026 08:05;16.11.2026 08:21;;nein;26.10.2026
                16.11.2026 08:05;18.11.2026 08:21;;nein;
                16.11.2026 08:05;16.11.2026 08:21;;nein;;zuviel
                16.11.2026 08:05;"16.11.2026 08:21;;nein;
                """);

        assertThat(content.visits()).extracting(FileContent.Line::number).containsExactly(2);
        assertThat(content.faults())
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactly(
                        "3 Ankunft",
                        "3 Aufruf",
                        "3 Termin",
                        "3 gebucht am",
                        "4 Aufruf",
                        "6 gebucht am",
                        "7 Aufruf",
                        "8 ",
                        "9 ");
        assertThat(content.faults().get(0))
                .hasToString("Zeile 3, Spalte «Ankunft»: Erwartet: Datum und Uhrzeit wie 23.11.2026 08:15 oder"
                        + " 2026-11-23T08:15.");
        assertThat(content.usable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sachbearbeiterin", "Wartenummer", "Schalter", "Platz", "clerk", "Name"})
    void columnForAPersonOrADeskIsRefusedWithTheReason(String heading) {
        FileContent content = read("Ankunft;Aufruf;Termin;" + heading + "\n16.11.2026 08:05;16.11.2026 08:21;ja;");

        assertThat(content.usable()).isFalse();
        assertThat(content.visits()).isEmpty();
        assertThat(content.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.column()).isEqualTo(heading);
            assertThat(fault.expected()).contains("person-or-desk-field");
        });
    }

    @Test
    void headingsHaveToBeKnownCompleteAndThereOnce() {
        assertThat(read("Ankunft;Farbe;ankunft\n").faults())
                .extracting(Fault::column)
                .containsExactly("Farbe", "ankunft", "Aufruf", "Termin");
        assertThat(read("").usable()).isFalse();
    }

    @Test
    void fileThatIsNoUtf8SaysHowToSaveIt() {
        FileContent content = read(
                "Ankunft;Aufruf;Termin\n16.11.2026 08:05;16.11.2026 08:21;ja\nüber",
                StandardCharsets.ISO_8859_1,
                ONE_OFFICE);

        assertThat(content.usable()).isFalse();
        assertThat(content.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.expected()).contains("CSV UTF-8"));
    }

    @Test
    void withSeveralOfficesEachLineHasToNameOne() {
        assertThat(read("Ankunft;Aufruf;Termin\n", StandardCharsets.UTF_8, anIntegration())
                        .faults())
                .extracting(Fault::column)
                .containsExactly("Standort");
        assertThat(read(
                                "Standort;Ankunft;Aufruf;Termin\nx;16.11.2026 08:05;16.11.2026 08:21;ja",
                                StandardCharsets.UTF_8,
                                anIntegration())
                        .faults())
                .containsExactly(new Fault(2, "Standort", "Erwartet: musterstadt-mitte, musterstadt-nord."));
    }

    @Test
    void timeThatTheClockSkipsInMarchIsNone() {
        assertThat(read("Ankunft;Aufruf;Termin\n29.03.2026 02:30;29.03.2026 03:10;nein\n")
                        .faults())
                .extracting(Fault::column)
                .containsExactly("Ankunft");
    }

    @Test
    void ofAnHourThatComesTwiceTheFirstIsMeant() {
        assertThat(read("Ankunft;Aufruf;Termin\n25.10.2026 02:10;25.10.2026 02:30;nein\n")
                        .visits()
                        .get(0)
                        .visit()
                        .arrivedAt())
                .isEqualTo("2026-10-25T00:10:00Z");
    }

    @Test
    void dayThatDoesNotExistIsNone() {
        assertThat(read("Datum;Ankunft;Aufruf;Termin\n30.02.2026;08:05;08:21;nein\n")
                        .faults())
                .extracting(Fault::column)
                .containsExactly("Datum");
    }

    @Test
    void sameVisitHasTheSameHashHoweverItIsWritten() {
        List<FileContent.Line> visits = read("""
                Ankunft;Aufruf;Termin
                16.11.2026 08:05;16.11.2026 08:21;ja
                2026-11-16T07:05:00Z;2026-11-16 8:21;1
                """).visits();

        assertThat(visits.get(0).bodyHash()).isEqualTo(visits.get(1).bodyHash());
    }

    private static FileContent read(String text) {
        return read(text, StandardCharsets.UTF_8, ONE_OFFICE);
    }

    private static FileContent read(String text, Charset charset, Integration integration) {
        try {
            return new VisitFileReader(integration, NOW).read(new ByteArrayInputStream(text.getBytes(charset)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
