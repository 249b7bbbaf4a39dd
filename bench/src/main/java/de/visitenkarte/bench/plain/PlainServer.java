package de.visitenkarte.bench.plain;

import de.visitenkarte.api.ApiApplication;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.device.DeviceGuard;
import de.visitenkarte.api.device.Sightings;
import de.visitenkarte.api.intake.Intake;
import de.visitenkarte.api.intake.ReceiptWriter;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.api.rating.RatingResource;
import de.visitenkarte.api.registry.RegistryDao;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.api.registry.TokenAuthentication;
import de.visitenkarte.api.web.WebBundle;
import de.visitenkarte.standalone.postgres.EmbeddedPostgres;
import io.dropwizard.auth.PolymorphicAuthDynamicFeature;
import io.dropwizard.auth.PolymorphicAuthValueFactoryProvider;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.util.Duration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.nio.file.Path;
import java.security.Principal;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/**
 * The product's interface for ratings on plain PostgreSQL.
 *
 * <p>Arguments: {@code insert} or {@code count}, directory for the data, port, registry file. Says "Visitenkarte is running"
 * when it answers, as the product does.
 */
public final class PlainServer extends Application<Configuration> {

    private static final int CONNECTIONS = 16;

    private final EmbeddedPostgres postgres;
    private final Map<String, String> variables;
    private final String statement;

    private PlainServer(EmbeddedPostgres postgres, Map<String, String> variables, String statement) {
        this.postgres = postgres;
        this.variables = variables;
        this.statement = statement;
    }

    /** Starts the server; it ends with its process. */
    public static void main(String[] arguments) throws Exception {
        String statement = arguments[0].equals("count") ? PlainTables.INSERT_AND_COUNT : PlainTables.INSERT;
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        Map<String, String> variables = Map.of(
                "VISITENKARTE_DATABASE_URL", postgres.jdbcUrl(),
                "VISITENKARTE_DATABASE_USER", postgres.user(),
                "VISITENKARTE_DATABASE_PASSWORD", postgres.password(),
                "VISITENKARTE_PORT", arguments[2]);
        new ApiApplication(variables).run("import-registry", "api.yaml", "--file", arguments[3]);
        new PlainServer(postgres, variables, statement).run("server", "plain.yaml");
    }

    @Override
    public void initialize(Bootstrap<Configuration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                new ResourceConfigurationSourceProvider(), new StringSubstitutor(variables)));
        bootstrap.addBundle(new WebBundle());
    }

    @Override
    public void run(Configuration configuration, Environment environment) throws Exception {
        ManagedDataSource pool = pool(environment);
        try (Connection connection = pool.getConnection()) {
            PlainTables.create(connection);
        }
        Clock clock = Clock.systemUTC();
        RegistryDirectory directory = new RegistryDirectory(Database.jdbi(pool).onDemand(RegistryDao.class), clock);
        directory.refresh();
        Map<Class<? extends Principal>, ContainerRequestFilter> senders = TokenAuthentication.filters(directory);
        environment.jersey().register(new PolymorphicAuthDynamicFeature<>(senders));
        environment.jersey().register(new PolymorphicAuthValueFactoryProvider.Binder<>(senders.keySet()));
        EventPublisher publisher = new EventPublisher(new PlainProducer(new PlainWriter(pool, statement)));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Intake.Tools tools = new Intake.Tools(environment.getObjectMapper(), publisher, clock, meters);
        Sightings sightings = new Sightings(Database.jdbi(pool), clock);
        DeviceGuard guard = new DeviceGuard(directory, sightings, clock, meters);
        environment.jersey().register(new ReceiptWriter(environment.getObjectMapper()));
        environment.jersey().register(new RatingResource(tools, directory, guard));
        environment.lifecycle().addServerLifecycleListener(server -> System.out.println("Visitenkarte is running"));
    }

    private ManagedDataSource pool(Environment environment) throws Exception {
        DataSourceFactory settings = new DataSourceFactory();
        settings.setDriverClass("org.postgresql.Driver");
        settings.setUrl(postgres.jdbcUrl());
        settings.setUser(postgres.user());
        settings.setPassword(postgres.password());
        settings.setInitialSize(CONNECTIONS);
        settings.setMinSize(CONNECTIONS);
        settings.setMaxSize(CONNECTIONS);
        settings.setMaxWaitForConnection(Duration.seconds(2));
        ManagedDataSource pool = settings.build(environment.metrics(), "plain");
        // Not managed: it is needed before the server starts, and ends with the process.
        pool.start();
        return pool;
    }
}
