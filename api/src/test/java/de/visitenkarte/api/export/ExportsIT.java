package de.visitenkarte.api.export;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.audit.AuditBook;
import de.visitenkarte.api.audit.AuditFilter;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Cells;
import de.visitenkarte.api.gate.Period;
import de.visitenkarte.api.release.Releaser;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import de.visitenkarte.api.viewer.ReleasedReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What stands in exported files; today is Monday 23 November 2026. */
class ExportsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Staff MANAGER = new Staff("leitung", "Leitung", Role.MANAGER, "musterstadt");
    private static final Staff MINISTRY = new Staff("ministerium", "Ministerium", Role.MINISTRY, null);
    private static final Staff OPERATOR = new Staff("betrieb", "Betrieb", Role.OPERATOR, null);

    private static Jdbi jdbi;
    private static Exports exports;

    /** Ten ratings, waits and lead times in one office, four in another of the same authority, and ten elsewhere. */
    @BeforeAll
    static void release() {
        PGSimpleDataSource database = (PGSimpleDataSource) PostgresForTests.newMigratedDatabase();
        jdbi = Database.jdbi(database);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        anAuthority("musterstadt").with("mitte").with("nord").insert(jdbi);
        anAuthority("beispielheim").as("none").with("heim").real().insert(jdbi);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE registry.authority SET name = '=1+1;\"x\"' WHERE authority_id = 'beispielheim'"));
        Cells cells = new Cells(jdbi);
        cells.ratings("mitte", TODAY + "T10:15", 1, 1, 0, 3, 5);
        cells.ratings("nord", TODAY + "T10:15", 0, 0, 0, 0, 4);
        cells.answers("mitte", TODAY + "T10:15", "friendly", 1, 2, 7);
        cells.ratings("heim", TODAY + "T10:15", 4, 3, 0, 3, 0);
        cells.leads("mitte", TODAY + "T10:15", 10, 20, 20, 20, 60, 10, 20, 20, 20, 60);
        cells.waits("mitte", TODAY + "T10:30", false, 5, 5, 5, 5, 10, 10, 10, 10, 20, 40);
        new Releaser(jdbi, clock, new SimpleMeterRegistry()).run();
        exports = new Exports(new ReleasedReader(asReader(database), jdbi), new AuditLog(jdbi, clock));
    }

    /** As the api reads in production: without the rights of whoever owns the tables. */
    private static Jdbi asReader(PGSimpleDataSource database) {
        PGSimpleDataSource reader = new PGSimpleDataSource();
        reader.setUrl(database.getUrl());
        reader.setUser("postgres");
        reader.setOptions("-c role=dash_reader");
        return Database.jdbi(reader);
    }

    @Test
    void columnsAreThoseOfTheDictionary() {
        for (Figures figures : Figures.values()) {
            List<String> lines = lines(MINISTRY, query(figures, Period.Kind.DAY, null), CsvForm.PLAIN);
            int columns = Column.of(figures).size();

            assertThat(lines.get(0).split(",")).hasSize(columns);
            assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.split(",", -1).length == columns);
        }
    }

    @Test
    void releasedFigureHasItsNumbers() {
        assertThat(lines(MANAGER, query(Figures.RATINGS, Period.Kind.DAY, "overall"), CsvForm.PLAIN))
                .contains("standort,Musterstadt,Mitte,ja,tag,2026-11-23,2026-11-23,freigegeben,,2026-11-23,overall,"
                        + "10,1,1,0,3,5,8,0.8,,0.4902,0.9433,1");
    }

    @Test
    void suppressedFigureStaysWithItsReason() {
        assertThat(lines(MANAGER, query(Figures.RATINGS, Period.Kind.DAY, "overall"), CsvForm.PLAIN))
                .contains("standort,Musterstadt,Nord,ja,tag,2026-11-23,2026-11-23,zurückgehalten,zu wenige,2026-11-23,"
                        + "overall,,,,,,,,,,,,");
    }

    @Test
    void waitsAndLeadTimesAreExportedToo() {
        assertThat(lines(MANAGER, query(Figures.WAITS, Period.Kind.DAY, null), CsvForm.PLAIN))
                .anyMatch(
                        line -> line.contains(",Mitte,ja,tag,2026-11-23,2026-11-23,freigegeben,,2026-11-23,ohne,10,"));
        assertThat(lines(MANAGER, query(Figures.LEADS, Period.Kind.QUARTER, null), CsvForm.PLAIN))
                .contains(
                        "behoerde,Musterstadt,,ja,quartal,2026-10-01,2026-12-31,freigegeben,,2026-11-23,10,20,59,0.2,0.8");
    }

    @Test
    void excelGetsSemicolonsDecimalCommasAndItsMark() {
        String file = write(MANAGER, query(Figures.RATINGS, Period.Kind.DAY, "overall"), CsvForm.EXCEL);

        assertThat(file).startsWith("\uFEFFebene;behoerde;").contains(";0,8;").contains("\r\n");
    }

    @Test
    void managerGetsTheOwnAuthorityOnly() {
        assertThat(lines(MANAGER, query(Figures.RATINGS, Period.Kind.DAY, null), CsvForm.PLAIN))
                .isNotEmpty()
                .noneMatch(line -> line.contains("heim") || line.startsWith("pilot"));
        assertThatThrownBy(() -> exports.file(MANAGER, ofAuthority("beispielheim"), CsvForm.PLAIN))
                .isInstanceOf(NotFoundException.class);
        assertThat(exports.authorities(MANAGER))
                .extracting(ExportDao.Authority::id)
                .containsExactly("musterstadt");
    }

    @Test
    void ministryGetsAllWithTheirSums() {
        assertThat(lines(MINISTRY, query(Figures.RATINGS, Period.Kind.DAY, "overall"), CsvForm.PLAIN))
                .anyMatch(line -> line.startsWith("pilotbehoerden,,,ja,"))
                .anyMatch(line -> line.startsWith("behoerde,Musterstadt,"))
                .anyMatch(line -> line.contains("1+1"));
        assertThat(write(MINISTRY, ofAuthority("beispielheim"), CsvForm.PLAIN)).doesNotContain("Musterstadt");
    }

    @Test
    void operatorGetsNothing() {
        assertThatThrownBy(() -> exports.file(OPERATOR, query(Figures.RATINGS, Period.Kind.DAY, null), CsvForm.PLAIN))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void nameThatLooksLikeAFormulaIsText() {
        assertThat(write(MINISTRY, ofAuthority("beispielheim"), CsvForm.EXCEL))
                .contains("behoerde;\"'=1+1;\"\"x\"\"\";")
                .contains(";-0,8\r\n");
    }

    @Test
    void simulatedFiguresSaySoInEveryRowAndInTheName() {
        assertThat(exports.file(MANAGER, query(Figures.WAITS, Period.Kind.WEEK, null), CsvForm.EXCEL)
                        .name())
                .isEqualTo("visitenkarte-wartezeiten-2026-11-23-bis-2026-11-23-SIMULIERT.csv");
        assertThat(exports.file(MINISTRY, ofAuthority("beispielheim"), CsvForm.EXCEL)
                        .name())
                .doesNotContain("SIMULIERT");
        assertThat(lines(MINISTRY, ofAuthority("beispielheim"), CsvForm.PLAIN).stream()
                        .skip(1))
                .allMatch(line -> line.contains(",nein,tag,"));
    }

    @Test
    void rangeHoldsWholePeriodsThatTouchIt() {
        ExportQuery day = new ExportQuery(
                Figures.RATINGS, Period.Kind.QUARTER, LocalDate.of(2026, 12, 31), LocalDate.of(2027, 3, 1), null, null);
        ExportQuery later = new ExportQuery(
                Figures.RATINGS, Period.Kind.QUARTER, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 1), null, null);

        assertThat(lines(MANAGER, day, CsvForm.PLAIN)).anyMatch(line -> line.contains("quartal,2026-10-01,2026-12-31"));
        assertThat(lines(MANAGER, later, CsvForm.PLAIN)).hasSize(1);
    }

    @Test
    void everyExportIsWrittenDown() {
        Staff other = new Staff("andere", "Andere", Role.MANAGER, "musterstadt");
        exports.file(other, query(Figures.RATINGS, Period.Kind.DAY, "friendly"), CsvForm.EXCEL);

        AuditBook.Line line = new AuditBook(jdbi)
                .page(new AuditFilter(null, "andere", "exported", "musterstadt"), Long.MAX_VALUE, 10)
                .lines()
                .get(0);
        assertThat(line.subject()).isEqualTo("ratings");
        assertThat(line.details())
                .containsEntry("periods", "day")
                .containsEntry("question", "friendly")
                .containsEntry("form", "excel")
                .containsEntry("from", "2026-11-23");
    }

    @Test
    void listsTheQuestionsThereAreFiguresOf() {
        assertThat(exports.questions(MANAGER)).containsExactly("friendly", "overall");
    }

    private static ExportQuery query(Figures figures, Period.Kind periods, @Nullable String question) {
        return new ExportQuery(figures, periods, TODAY, TODAY, question, null);
    }

    private static ExportQuery ofAuthority(String id) {
        return new ExportQuery(Figures.RATINGS, Period.Kind.DAY, TODAY, TODAY, "overall", id);
    }

    private static List<String> lines(Staff staff, ExportQuery query, CsvForm form) {
        return write(staff, query, form).lines().toList();
    }

    private static String write(Staff staff, ExportQuery query, CsvForm form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            exports.file(staff, query, form).content().write(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
