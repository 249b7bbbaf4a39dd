package de.visitenkarte.api;

import de.visitenkarte.api.accounting.Rebuild;
import de.visitenkarte.api.accounting.SourceTopics;
import de.visitenkarte.api.database.Database;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import net.sourceforge.argparse4j.inf.Namespace;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops the cells in PostgreSQL and lets a running api write them anew from the cell topics. */
final class RebuildCommand extends ConfiguredCommand<ApiConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildCommand.class);

    RebuildCommand() {
        super("rebuild", "Drops all cells in the database and builds them anew from Kafka; released figures stay");
    }

    @Override
    protected void run(Bootstrap<ApiConfiguration> bootstrap, Namespace namespace, ApiConfiguration configuration)
            throws Exception {
        ManagedDataSource pool = configuration.database().build(bootstrap.getMetricRegistry(), "rebuild");
        pool.start();
        try (Admin admin = configuration.kafka().admin()) {
            configuration.migration().prepare(configuration.database(), pool);
            long records = Database.jdbi(pool).inTransaction(handle -> Rebuild.start(handle, new SourceTopics(admin)));
            LOG.info("All cells dropped; no figure is released until {} records are counted again", records);
        } finally {
            pool.stop();
        }
    }
}
