package de.visitenkarte.api;

import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.api.publish.OwnTopics;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.api.registry.RegistryDao;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.api.visitfile.FileContent;
import de.visitenkarte.api.visitfile.VisitFilePublisher;
import de.visitenkarte.api.visitfile.VisitFileReader;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends visits from a file, for offices without a queue system; may be repeated, also with a longer file. */
final class ImportVisitsCommand extends ConfiguredCommand<ApiConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(ImportVisitsCommand.class);

    ImportVisitsCommand() {
        super("import-visits", "Sends the visits in a CSV file; what was sent before is not counted again");
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser.addArgument("--file").dest("visitFile").required(true).help("file of visits (CSV, UTF-8)");
        subparser.addArgument("--integration").required(true).help("id of the integration in the registry");
        subparser
                .addArgument("--dry-run")
                .dest("dryRun")
                .action(Arguments.storeTrue())
                .help("reads and checks, sends nothing");
        subparser
                .addArgument("--skip-invalid")
                .dest("skipInvalid")
                .action(Arguments.storeTrue())
                .help("sends the good lines although others are wrong");
    }

    @Override
    protected void run(Bootstrap<ApiConfiguration> bootstrap, Namespace namespace, ApiConfiguration configuration)
            throws Exception {
        Instant now = Clock.systemUTC().instant();
        ManagedDataSource pool = configuration.database().build(bootstrap.getMetricRegistry(), "import");
        pool.start();
        try {
            configuration.migration().prepare(configuration.database(), pool);
            Jdbi jdbi = Database.jdbi(pool);
            Integration integration = integration(jdbi, namespace.getString("integration"));
            FileContent content = read(integration, now, Path.of(namespace.getString("visitFile")));
            report(content, namespace.getBoolean("skipInvalid"));
            VisitFilePublisher visits = new VisitFilePublisher(jdbi, integration, now);
            if (namespace.getBoolean("dryRun")) {
                VisitFilePublisher.Result result = visits.look(content.visits());
                LOG.info(
                        "Probelauf: {} Besuche neu, {} schon bekannt; nichts gesendet", result.fresh(), result.known());
            } else {
                send(visits, content, configuration);
            }
        } finally {
            pool.stop();
        }
    }

    private static FileContent read(Integration integration, Instant now, Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new VisitFileReader(integration, now).read(stream);
        }
    }

    private static Integration integration(Jdbi jdbi, String id) {
        RegistryDirectory directory = new RegistryDirectory(jdbi.onDemand(RegistryDao.class), Clock.systemUTC());
        directory.refresh();
        return directory
                .current()
                .findIntegrationById(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no integration " + id + " in the registry"));
    }

    private static void report(FileContent content, boolean skipInvalid) {
        content.faults().forEach(fault -> LOG.error("{}", fault));
        if (!content.faults().isEmpty() && !(skipInvalid && content.usable())) {
            throw new IllegalArgumentException(content.faults().size() + " faults in the file; nothing was sent");
        }
    }

    private static void send(VisitFilePublisher visits, FileContent content, ApiConfiguration configuration)
            throws Exception {
        try (Producer<String, byte[]> producer = configuration.kafka().producer();
                OwnTopics topics = new OwnTopics(
                        configuration.kafka().admin(), configuration.kafka().replication())) {
            topics.ensure();
            VisitFilePublisher.Result result =
                    visits.publish(content.visits(), new EventPublisher(producer), ImportVisitsCommand::progress);
            LOG.info(
                    "{} Besuche neu, {} schon bekannt, {} Fehler",
                    result.fresh(),
                    result.known(),
                    content.faults().size());
        }
    }

    private static void progress(long sent) {
        LOG.info("{} Besuche gesendet", sent);
    }
}
