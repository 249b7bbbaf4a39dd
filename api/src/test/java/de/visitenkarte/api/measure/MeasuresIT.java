package de.visitenkarte.api.measure;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.audit.AuditBook;
import de.visitenkarte.api.audit.AuditFilter;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class MeasuresIT {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final MeasureDraft DRAFT = new MeasureDraft(
            FieldOfAction.PROCESSES, "Termine im Internet", "Seit März.", START, LocalDate.of(2026, 6, 30));
    private static final Staff MANAGER = new Staff("leitung", "Leitung", Role.MANAGER, "musterstadt");
    private static final Staff STRANGER = new Staff("andere", "Andere", Role.MANAGER, "beispielheim");
    private static final Staff MINISTRY = new Staff("ministerium", "Ministerium", Role.MINISTRY, null);
    private static final Staff OPERATOR = new Staff("betrieb", "Betrieb", Role.OPERATOR, null);

    private final Jdbi jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Measures measures = new Measures(jdbi, new AuditLog(jdbi, clock), clock);

    MeasuresIT() {
        anAuthority("musterstadt").with("mitte").insert(jdbi);
        anAuthority("beispielheim").with("heim").insert(jdbi);
    }

    @Test
    void keepsWhatWasLogged() {
        String id = measures.log(MANAGER, DRAFT);

        assertThat(measures.get(MANAGER, id).content()).isEqualTo(DRAFT);
        assertThat(audited()).containsExactly("measure-logged");
    }

    @Test
    void changeIsWrittenDownWithWhatItWas() {
        String id = measures.log(MANAGER, DRAFT);
        measures.change(MANAGER, id, new MeasureDraft(FieldOfAction.PROCESSES, DRAFT.title(), "Anders.", START, null));

        assertThat(audited()).containsExactly("measure-changed", "measure-logged");
        assertThat(book().get(0).details())
                .containsEntry("endsOn", "2026-06-30 → –")
                .containsEntry("text", "changed")
                .doesNotContainKey("title");
    }

    @Test
    void savingTheSameAgainIsNoChange() {
        String id = measures.log(MANAGER, DRAFT);
        measures.change(MANAGER, id, DRAFT);

        assertThat(audited()).containsExactly("measure-logged");
    }

    @Test
    void withdrawnMeasureStaysAndChangesNoMore() {
        String id = measures.log(MANAGER, DRAFT);
        measures.withdraw(MANAGER, id);
        measures.withdraw(MANAGER, id);
        measures.change(MANAGER, id, new MeasureDraft(FieldOfAction.NETWORKING, "Anders", "", START, null));

        assertThat(measures.list(MANAGER, null, null, 10))
                .singleElement()
                .matches(measure -> !measure.counts() && measure.content().equals(DRAFT));
        assertThat(audited()).containsExactly("measure-withdrawn", "measure-logged");
    }

    @Test
    void nothingIsDeleted() {
        measures.log(MANAGER, DRAFT);

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("DELETE FROM measure.measure")))
                .hasMessageContaining("withdrawn, never deleted");
    }

    @Test
    void foreignMeasureDoesNotExist() {
        String id = measures.log(MANAGER, DRAFT);

        assertThatThrownBy(() -> measures.get(STRANGER, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> measures.change(STRANGER, id, DRAFT)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> measures.withdraw(STRANGER, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> measures.list(STRANGER, "musterstadt", null, 10))
                .isInstanceOf(NotFoundException.class);
        assertThat(measures.list(STRANGER, null, null, 10)).isEmpty();
    }

    @Test
    void ministryReadsAllAndWritesNone() {
        String id = measures.log(MANAGER, DRAFT);
        measures.log(STRANGER, new MeasureDraft(FieldOfAction.NETWORKING, "Runder Tisch", "", START, null));

        assertThat(measures.list(MINISTRY, null, null, 10)).hasSize(2);
        assertThat(measures.list(MINISTRY, "musterstadt", null, 10)).hasSize(1);
        assertThat(measures.list(MINISTRY, null, FieldOfAction.NETWORKING, 10))
                .extracting(Measure::authorityName)
                .containsExactly("Beispielheim");
        assertThatThrownBy(() -> measures.withdraw(MINISTRY, id)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> measures.list(OPERATOR, null, null, 10)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void dashboardsSeeWhatCounts() {
        measures.withdraw(MANAGER, measures.log(MANAGER, DRAFT));
        String id = measures.log(MANAGER, DRAFT);

        List<String> seen = jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT measure_id || ' ' || authority_id || ' ' || field || ' ' || starts_on || ' ' || ends_on
                        FROM dash.measure""").mapTo(String.class).list());
        assertThat(seen).containsExactly(id + " musterstadt processes 2026-03-01 2026-06-30");
    }

    private List<String> audited() {
        return book().stream().map(AuditBook.Line::action).toList();
    }

    private List<AuditBook.Line> book() {
        return new AuditBook(jdbi)
                .page(new AuditFilter(null, null, null, "musterstadt"), Long.MAX_VALUE, 10)
                .lines();
    }
}
