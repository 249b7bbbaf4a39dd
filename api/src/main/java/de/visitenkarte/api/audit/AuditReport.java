package de.visitenkarte.api.audit;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** The log as text, for operators and auditors. */
public final class AuditReport {

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}+");

    private final Jdbi jdbi;
    private final PrintStream out;

    /** @param out where everything is printed */
    public AuditReport(Jdbi jdbi, PrintStream out) {
        this.jdbi = jdbi;
        this.out = out;
    }

    /**
     * Prints how many entries there are and the mark of the newest one.
     *
     * @throws AuditException if the chain is broken, or does not contain what was marked
     */
    public void verify(AuditMark expected) {
        AuditChain.Finding finding = new AuditChain(jdbi).verify(expected);
        out.println("entries: " + finding.entries());
        out.println("head: " + finding.head());
        if (finding.fault() != null) {
            throw new AuditException(finding.fault());
        }
        out.println("Every entry is as it was written.");
    }

    /** Prints the same for a log of which no mark was kept. */
    public void verify() {
        verify(AuditMark.START);
    }

    /** Prints the newest entries that match, one a line, newest last. */
    public void list(AuditFilter filter, int maximum) {
        List<StoredEntry> entries =
                new ArrayList<>(jdbi.withExtension(AuditDao.class, dao -> dao.listNewest(filter, maximum)));
        Collections.reverse(entries);
        if (entries.isEmpty()) {
            out.println("No entry matches.");
        }
        entries.forEach(entry -> out.println(String.join(
                "  ",
                Long.toString(entry.number()),
                entry.occurredAt().toString(),
                printable(entry.actor()),
                printable(entry.action()),
                printable(Objects.requireNonNullElse(entry.authorityId(), "-")),
                printable(entry.subject()),
                printable(entry.details()))));
    }

    /** A name that came from outside must not move the cursor. */
    private static String printable(String text) {
        return text.isEmpty() ? "-" : UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
