package de.visitenkarte.api.export;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import de.visitenkarte.api.viewer.ReleasedReader;
import de.visitenkarte.api.viewer.Viewer;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes released figures into files: a manager those of the own authority, the ministry all. */
public final class Exports {

    private final ReleasedReader reader;
    private final AuditLog audit;

    public Exports(ReleasedReader reader, AuditLog audit) {
        this.reader = reader;
        this.audit = audit;
    }

    /**
     * A file that can be written.
     *
     * @param name what to call it
     */
    public record File(String name, Content content) {}

    /** What stands in a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes row by row as the rows come from the database. */
        void write(OutputStream out) throws IOException;
    }

    /** Lists the authorities whose figures somebody may export. */
    public List<ExportDao.Authority> authorities(Staff staff) {
        String whose = whose(staff, null);
        return reader.read(viewer(staff), ExportDao.class, dao -> dao.listAuthorities(whose));
    }

    /** Lists the questions that somebody may export. */
    public List<String> questions(Staff staff) {
        String whose = whose(staff, null);
        return reader.read(viewer(staff), ExportDao.class, dao -> dao.listQuestions(whose));
    }

    /**
     * Returns the file that is asked for, and writes down that it was.
     *
     * @throws NotFoundException if the authority is not for this reader
     */
    public File file(Staff staff, ExportQuery wanted, CsvForm form) {
        ExportQuery query = wanted.of(whose(staff, wanted.authorityId()));
        Viewer viewer = viewer(staff);
        boolean simulated =
                reader.read(viewer, ExportDao.class, dao -> dao.listAuthorities(query.authorityId())).stream()
                        .anyMatch(ExportDao.Authority::simulated);
        audit.append(new AuditEvent(
                staff.accountId(),
                AuditAction.EXPORTED,
                query.authorityId(),
                query.figures().code(),
                details(query, form)));
        return new File(name(query, simulated), out -> write(viewer, query, form, out));
    }

    /** Returns the data dictionary of a kind of file. */
    public static File dictionary(Figures figures, CsvForm form) {
        return new File("visitenkarte-" + figures.fileName() + "-beschreibung.csv", out -> {
            try (CsvFile file = new CsvFile(out, form, List.of("spalte", "bedeutung"))) {
                Column.of(figures).forEach(column -> file.write(column.name(), column.meaning()));
            }
        });
    }

    private void write(Viewer viewer, ExportQuery query, CsvForm form, OutputStream out) throws IOException {
        List<String> columns =
                Column.of(query.figures()).stream().map(Column::name).toList();
        try (CsvFile file = new CsvFile(out, form, columns)) {
            reader.read(viewer, ExportDao.class, dao -> writeRows(dao, query, file));
        }
    }

    /** The rows come from a cursor, which ends with the transaction. */
    private static CsvFile writeRows(ExportDao dao, ExportQuery query, CsvFile file) {
        try (Stream<Object[]> rows = rows(dao, query)) {
            rows.forEach(file::write);
        }
        return file;
    }

    private static Stream<Object[]> rows(ExportDao dao, ExportQuery query) {
        return switch (query.figures()) {
            case RATINGS -> dao.listRatings(query).stream().map(Rows::of);
            case WAITS -> dao.listWaits(query).stream().map(Rows::of);
            case LEADS -> dao.listLeads(query).stream().map(Rows::of);
        };
    }

    private static Viewer viewer(Staff staff) {
        return staff.authorityId() == null ? Viewer.ministry() : Viewer.authority(staff.authorityId());
    }

    private static @Nullable String whose(Staff staff, @Nullable String wanted) {
        if (staff.role() == Role.OPERATOR) {
            throw new ForbiddenException();
        }
        if (wanted != null && !staff.maySee(wanted)) {
            throw new NotFoundException();
        }
        return staff.role() == Role.MINISTRY ? wanted : staff.authorityId();
    }

    private static Map<String, String> details(ExportQuery query, CsvForm form) {
        Map<String, String> details = new TreeMap<>(Map.of(
                "periods", query.periods().label(),
                "from", query.from().toString(),
                "to", query.to().toString(),
                "form", form.code()));
        if (query.figures() == Figures.RATINGS) {
            details.put("question", Objects.requireNonNullElse(query.questionId(), "all"));
        }
        return details;
    }

    private static String name(ExportQuery query, boolean simulated) {
        return "visitenkarte-" + query.figures().fileName() + "-" + query.from() + "-bis-" + query.to()
                + (simulated ? "-SIMULIERT" : "") + ".csv";
    }
}
