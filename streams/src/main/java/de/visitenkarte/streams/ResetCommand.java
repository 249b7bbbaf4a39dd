package de.visitenkarte.streams;

import de.visitenkarte.streams.engine.EngineSettings;
import de.visitenkarte.streams.engine.Reset;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops everything that was counted, so that the next start counts all events anew. */
final class ResetCommand extends ConfiguredCommand<StreamsConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(ResetCommand.class);

    ResetCommand() {
        super("reset", "Drops all cells and stores, so that the next start counts every event in Kafka anew");
    }

    @Override
    protected void run(
            Bootstrap<StreamsConfiguration> bootstrap, Namespace namespace, StreamsConfiguration configuration)
            throws Exception {
        EngineSettings settings = configuration.engine();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
            new Reset(admin, settings.stateDirectory()).run();
            LOG.info("Everything counted is dropped; the next start counts anew. Now run the rebuild of the api");
        }
    }
}
