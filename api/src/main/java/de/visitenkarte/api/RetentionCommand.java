package de.visitenkarte.api;

import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.retention.RetentionJob;
import de.visitenkarte.api.retention.RetentionReport;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.io.PrintStream;
import java.time.Clock;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jdbi.v3.core.Jdbi;

/** Deletes what has been kept long enough, as the running api does once a day; says before what would go. */
final class RetentionCommand extends ConfiguredCommand<ApiConfiguration> {

    private static final int LINES = 100;

    private final PrintStream console;

    RetentionCommand(PrintStream console) {
        super("retention", "Deletes what has been kept long enough, and shows the proof");
        this.console = console;
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        Subparsers actions = subparser.addSubparsers().dest("action").metavar("action");
        Subparser run = actions.addParser("run").help("deletes now, without waiting for the daily run");
        run.addArgument("--dry-run")
                .dest("dryRun")
                .action(Arguments.storeTrue())
                .help("only says what would go, and how much");
        Subparser proofs = actions.addParser("proofs").help("what was deleted when, newest last");
        proofs.addArgument("--limit")
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
        Clock clock = Clock.systemUTC();
        ManagedDataSource pool = configuration.database().build(bootstrap.getMetricRegistry(), "retention");
        pool.start();
        try {
            configuration.migration().prepare(configuration.database(), pool);
            Jdbi jdbi = Database.jdbi(pool);
            RetentionJob job = new RetentionJob(jdbi, configuration.retention(), new AuditLog(jdbi, clock), clock);
            RetentionReport report = new RetentionReport(job, console);
            if (namespace.getString("action").equals("proofs")) {
                RetentionReport.proofs(jdbi, namespace.getInt("limit"), console);
            } else if (namespace.getBoolean("dryRun")) {
                report.preview();
            } else {
                report.run();
            }
        } finally {
            pool.stop();
        }
    }
}
