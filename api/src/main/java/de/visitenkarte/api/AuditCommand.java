package de.visitenkarte.api;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditException;
import de.visitenkarte.api.audit.AuditFilter;
import de.visitenkarte.api.audit.AuditMark;
import de.visitenkarte.api.audit.AuditReport;
import de.visitenkarte.api.database.Database;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;

/** Verifies and prints the audit log; needs PostgreSQL and nothing else, and writes nothing. */
final class AuditCommand extends ConfiguredCommand<ApiConfiguration> {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int LINES = 100;

    private final PrintStream console;

    AuditCommand(PrintStream console) {
        super("audit", "Verifies and lists the log of who did what");
        this.console = console;
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        Subparsers actions = subparser.addSubparsers().dest("action").metavar("action");
        Subparser verify = actions.addParser("verify").help("computes the chain of hashes anew and compares");
        verify.addArgument("--expect")
                .metavar("NUMBER:HASH")
                .help("the head that an earlier verify printed: proves that nothing was cut off or written anew");
        Subparser list = actions.addParser("list").help("one line for each entry, newest last");
        list.addArgument("--since").help("first day (2026-11-23) or moment (2026-11-23T10:15:00Z)");
        list.addArgument("--actor").help("only what this account or device did");
        list.addArgument("--action")
                .dest("what")
                .choices(Arrays.stream(AuditAction.values())
                        .map(AuditAction::code)
                        .toList())
                .help("only this action");
        list.addArgument("--authority").help("only what concerns this authority");
        list.addArgument("--limit")
                .type(Integer.class)
                .choices(Arguments.range(1, Integer.MAX_VALUE))
                .setDefault(LINES)
                .help("print the newest so many; default " + LINES);
    }

    /** Not optional here: the word after it would be taken for the file. */
    @Override
    protected Argument addFileArgument(Subparser subparser) {
        return subparser.addArgument("file").help("application configuration file");
    }

    @Override
    protected void run(Bootstrap<ApiConfiguration> bootstrap, Namespace namespace, ApiConfiguration configuration)
            throws Exception {
        ManagedDataSource pool = configuration.database().build(bootstrap.getMetricRegistry(), "audit");
        pool.start();
        try {
            AuditReport report = new AuditReport(Database.jdbi(pool), console);
            if (namespace.getString("action").equals("list")) {
                report.list(filter(namespace), namespace.getInt("limit"));
            } else if (namespace.getString("expect") == null) {
                report.verify();
            } else {
                report.verify(AuditMark.parse(namespace.getString("expect")));
            }
        } finally {
            pool.stop();
        }
    }

    private static AuditFilter filter(Namespace namespace) {
        return new AuditFilter(
                since(namespace.getString("since")),
                namespace.getString("actor"),
                namespace.getString("what"),
                namespace.getString("authority"));
    }

    private static @Nullable Instant since(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') >= 0
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new AuditException("This is neither a day nor a moment: " + text);
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable e) {
        if (e instanceof AuditException) {
            cli.getStdErr().println(e.getMessage());
        } else {
            super.onError(cli, namespace, e);
        }
    }
}
