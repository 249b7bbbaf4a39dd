package de.visitenkarte.api;

import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.registry.RegistryFile;
import de.visitenkarte.api.registry.RegistryImport;
import de.visitenkarte.api.registry.RegistryReader;
import de.visitenkarte.api.registry.RegistryUpserts;
import de.visitenkarte.api.release.ReleaseDao;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a registry file to the database; may be repeated, also while the api serves. */
final class ImportRegistryCommand extends ConfiguredCommand<ApiConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRegistryCommand.class);

    ImportRegistryCommand() {
        super("import-registry", "Adds and changes authorities, offices, areas, devices and queue systems from a file");
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser.addArgument("--file").dest("registryFile").required(true).help("registry file (YAML)");
    }

    @Override
    protected void run(Bootstrap<ApiConfiguration> bootstrap, Namespace namespace, ApiConfiguration configuration)
            throws Exception {
        RegistryFile file = new RegistryReader(bootstrap.getValidatorFactory().getValidator())
                .read(Path.of(namespace.getString("registryFile")));
        ManagedDataSource pool = configuration.database().build(bootstrap.getMetricRegistry(), "import");
        pool.start();
        try {
            configuration.migration().prepare(configuration.database(), pool);
            Jdbi jdbi = Database.jdbi(pool);
            boolean regrouped = jdbi.inTransaction(handle -> {
                ReleaseDao release = handle.attach(ReleaseDao.class);
                // A release that is under way still adds to the old groups: it has to be over before they change.
                release.lock();
                boolean changed = RegistryImport.write(file, handle.attach(RegistryUpserts.class));
                if (changed) {
                    release.truncateTotals();
                    release.markAllDaysChanged();
                }
                return changed;
            });
            LOG.info("Registry of {} authorities written", file.authorities().size());
            if (regrouped) {
                LOG.info("Offices or authorities changed their group: all sums are built anew");
            }
        } finally {
            pool.stop();
        }
    }
}
