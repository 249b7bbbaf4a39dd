package de.visitenkarte.api;

import de.visitenkarte.api.database.Database;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import net.sourceforge.argparse4j.inf.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema up to date as its owner, so that the api need not know the owner's password. */
final class MigrateCommand extends ConfiguredCommand<ApiConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(MigrateCommand.class);

    MigrateCommand() {
        super("migrate", "Brings the database schema and all rights up to date");
    }

    @Override
    protected void run(Bootstrap<ApiConfiguration> bootstrap, Namespace namespace, ApiConfiguration configuration)
            throws Exception {
        ManagedDataSource pool = configuration.database().build(bootstrap.getMetricRegistry(), "migration");
        pool.start();
        try {
            Database.migrate(configuration.migration().owner(configuration.database(), pool));
            LOG.info("The schema is up to date");
        } finally {
            pool.stop();
        }
    }
}
