package de.visitenkarte.api;

import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.grafana.GrafanaException;
import de.visitenkarte.api.grafana.GrafanaSetup;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jdbi.v3.core.Jdbi;

/** Makes logins, organisations, data sources and dashboards in Grafana for all authorities in the registry. */
final class GrafanaCommand extends ConfiguredCommand<ApiConfiguration> {

    private static final int SECRET_BYTES = 32;

    private final PrintStream console;

    GrafanaCommand(PrintStream console) {
        super("grafana", "Gives every authority and the ministry a login, an organisation and dashboards in Grafana");
        this.console = console;
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser
                .addArgument("--directory")
                .required(true)
                .help("gets Grafana's provisioning files and the passwords of the logins");
        subparser
                .addArgument("--seen-as")
                .dest("seenAs")
                .setDefault("/etc/grafana/provisioning")
                .help("where Grafana finds that directory");
        subparser
                .addArgument("--grafana-url")
                .dest("grafanaUrl")
                .help("makes the organisations there; otherwise a script is written that does");
        subparser.addArgument("--rotate").action(Arguments.storeTrue()).help("gives all logins a new password");
    }

    @Override
    protected void run(Bootstrap<ApiConfiguration> bootstrap, Namespace namespace, ApiConfiguration configuration)
            throws Exception {
        ManagedDataSource pool = configuration.database().build(bootstrap.getMetricRegistry(), "grafana");
        pool.start();
        try {
            configuration.migration().prepare(configuration.database(), pool);
            Jdbi owner = Database.jdbi(configuration.migration().owner(configuration.database(), pool));
            AuditLog audit = new AuditLog(owner, Clock.systemUTC());
            new GrafanaSetup(owner, audit, GrafanaCommand::secret, console).run(request(namespace, configuration));
        } finally {
            pool.stop();
        }
    }

    private static GrafanaSetup.Request request(Namespace namespace, ApiConfiguration configuration) {
        String url = namespace.getString("grafanaUrl");
        return new GrafanaSetup.Request(
                Path.of(namespace.getString("directory")),
                Path.of(namespace.getString("seenAs")),
                url == null ? null : URI.create(url),
                configuration.grafanaUser(),
                configuration.grafanaPassword(),
                namespace.getBoolean("rotate"));
    }

    private static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable e) {
        if (e instanceof GrafanaException) {
            cli.getStdErr().println(e.getMessage());
        } else {
            super.onError(cli, namespace, e);
        }
    }
}
