package de.visitenkarte.api;

import com.codahale.metrics.health.HealthCheck;
import de.visitenkarte.api.accounting.Accounting;
import de.visitenkarte.api.accounting.AccountingDao;
import de.visitenkarte.api.accounting.OperationsServlet;
import de.visitenkarte.api.accounting.SourceTopics;
import de.visitenkarte.api.audit.AuditChain;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.audit.AuditWatch;
import de.visitenkarte.api.background.BackgroundLoop;
import de.visitenkarte.api.board.BoardResource;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.device.DeviceWatch;
import de.visitenkarte.api.feed.FeedDao;
import de.visitenkarte.api.feed.FeedWatch;
import de.visitenkarte.api.intake.Intake;
import de.visitenkarte.api.intake.ReceiptWriter;
import de.visitenkarte.api.metrics.Check;
import de.visitenkarte.api.metrics.Closing;
import de.visitenkarte.api.metrics.MetricsBundle;
import de.visitenkarte.api.metrics.ReadyServlet;
import de.visitenkarte.api.projection.CellProjector;
import de.visitenkarte.api.projection.Turn;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.api.publish.KafkaSettings;
import de.visitenkarte.api.publish.OwnTopics;
import de.visitenkarte.api.quarantine.UnconfirmedLetters;
import de.visitenkarte.api.rating.RatingResource;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.api.registry.RegistryDao;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.api.release.PolicyStore;
import de.visitenkarte.api.release.Releaser;
import de.visitenkarte.api.retention.RetentionJob;
import de.visitenkarte.api.retention.RetentionWatch;
import de.visitenkarte.api.viewer.ReleasedReader;
import de.visitenkarte.api.visit.VisitResource;
import de.visitenkarte.api.web.DocumentResource;
import de.visitenkarte.api.zms.ZmsClient;
import de.visitenkarte.api.zms.ZmsComparison;
import de.visitenkarte.api.zms.ZmsMeters;
import de.visitenkarte.api.zms.ZmsPoller;
import de.visitenkarte.api.zms.ZmsSettings;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.db.TimeBoundHealthCheck;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;

/** Puts the parts together: one short method per feature, plain constructors, in the order of the way of a rating. */
final class ApiWiring {

    private static final io.dropwizard.util.Duration CHECK_LIMIT = io.dropwizard.util.Duration.seconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration ACCOUNTING = Duration.ofSeconds(5);
    private static final Duration COMPARISON_PAUSE = Duration.ofHours(1);
    private static final Duration SIGHTINGS_PAUSE = Duration.ofSeconds(5);
    private static final Duration FEED_PAUSE = Duration.ofSeconds(10);
    private static final Duration DAILY_LOOK = Duration.ofMinutes(1);

    private final ApiConfiguration configuration;
    private final Environment environment;
    private final Clock clock;
    private final MetricsBundle metrics = new MetricsBundle();
    private final ManagedDataSource pool;
    private final RegistryDirectory directory;
    private final AuditLog audit;
    private final ReleasedReader reader;
    private final DeviceWiring devices;

    ApiWiring(ApiConfiguration configuration, Environment environment, Clock clock) {
        this.configuration = configuration;
        this.environment = environment;
        this.clock = clock;
        this.pool = pool(configuration.database(), "database");
        this.audit = new AuditLog(Database.jdbi(pool), clock);
        this.directory = new RegistryDirectory(Database.jdbi(pool).onDemand(RegistryDao.class), clock);
        this.reader = new ReleasedReader(Database.jdbi(pool(configuration.reader(), "reader")), Database.jdbi(pool));
        this.devices =
                new DeviceWiring(configuration.devices(), environment, Database.jdbi(pool), directory, audit, clock);
    }

    void metrics() {
        metrics.run(environment);
    }

    /** Migrates before it first reads: whoever waits for the registry waits for the schema too. */
    void registry() {
        Duration pause = configuration.registryRefresh().toJavaDuration();
        environment.lifecycle().manage(new BackgroundLoop("registry", pause, () -> {
            if (!directory.isLoaded()) {
                configuration.migration().prepare(configuration.database(), pool);
            }
            directory.refresh();
            return false;
        }));
        TimeBoundHealthCheck inTime = new TimeBoundHealthCheck(
                environment.lifecycle().executorService("database-check").build(), CHECK_LIMIT);
        check("postgresql", () -> inTime.check(this::databaseHealth).getMessage());
        check("registry", () -> directory.isLoaded() ? null : "has not been read yet");
    }

    void devices() {
        devices.resources();
        environment.lifecycle().manage(whileLoaded("sightings", SIGHTINGS_PAUSE, devices.sightings()::run));
        DeviceWatch watch = new DeviceWatch(Database.jdbi(pool), clock, metrics.registry());
        environment.lifecycle().manage(whileLoaded("devices", FEED_PAUSE, watch::run));
    }

    /** Who may ask for what. */
    void staff() {
        StaffWiring.wire(configuration, environment.jersey(), Database.jdbi(pool), directory, clock);
    }

    void intake() {
        KafkaSettings kafka = configuration.kafka();
        Producer<String, byte[]> producer = kafka.producer();
        closeAtStop(() -> producer.close(Duration.ofSeconds(3)));
        KafkaClientMetrics producerMetrics = new KafkaClientMetrics(producer);
        producerMetrics.bindTo(metrics.registry());
        closeAtStop(producerMetrics);

        OwnTopics topics = new OwnTopics(kafka.admin(), kafka.replication());
        closeAtStop(topics);
        environment.lifecycle().manage(new BackgroundLoop("topics", RETRY, topics::ensure));
        check("kafka", topics::fault);

        EventPublisher publisher = new EventPublisher(producer);
        Intake.Tools tools = new Intake.Tools(environment.getObjectMapper(), publisher, clock, metrics.registry());
        environment.jersey().register(new ReceiptWriter(environment.getObjectMapper()));
        environment.jersey().register(new RatingResource(tools, directory, devices.guard(metrics.registry())));
        environment.jersey().register(new VisitResource(tools));
        zms(publisher);
        UnconfirmedLetters letters = new UnconfirmedLetters(kafka::consumer, publisher, directory, clock);
        closeAtStop(letters);
        environment.lifecycle().manage(whileLoaded("unconfirmed", FEED_PAUSE, letters::run));
    }

    /** No health check either: ZMS away is a silent feed. */
    private void zms(EventPublisher publisher) {
        if (configuration.zms().isEmpty()) {
            return;
        }
        ZmsSettings settings = ZmsSettings.read(Path.of(configuration.zms()));
        ZmsClient client = new ZmsClient(settings, configuration.zmsAuthKey());
        ZmsMeters meters = new ZmsMeters(metrics.registry());
        Supplier<Optional<Integration>> source = () -> directory.current().findIntegrationById(settings.integration());
        ZmsPoller poller = new ZmsPoller(
                settings, client, source, Database.jdbi(pool), publisher, clock, meters, UUID.randomUUID());
        ZmsComparison comparison = new ZmsComparison(settings, client, source, Database.jdbi(pool), clock, meters);
        Duration pause = settings.pollInterval().toJavaDuration();
        environment.lifecycle().manage(whileLoaded("zms", pause, poller::run));
        environment.lifecycle().manage(whileLoaded("zms-comparison", COMPARISON_PAUSE, comparison::run));
    }

    /** A round of work that needs the registry. */
    @FunctionalInterface
    private interface Round {
        void run() throws Exception;
    }

    /** Pauses after each round, whether or not it found something to do. */
    private BackgroundLoop whileLoaded(String name, Duration pause, Round round) {
        return new BackgroundLoop(name, pause, () -> {
            if (directory.isLoaded()) {
                round.run();
            }
            return false;
        });
    }

    void projection() {
        CellProjector projector =
                new CellProjector(configuration.kafka()::consumer, Database.jdbi(pool), metrics.registry());
        closeAtStop(projector::close);
        Turn turn = new Turn(Database.jdbi(pool));
        closeAtStop(turn);
        runAndCheck(
                new BackgroundLoop("projection", RETRY, () -> directory.isLoaded() && turn.take() && projector.run()));
    }

    void release() {
        Releaser releaser = new Releaser(Database.jdbi(pool), clock, metrics.registry());
        Duration pause = configuration.releasePause().toJavaDuration();
        runAndCheck(whileLoaded("release", pause, releaser::run));
    }

    /** No health check: what is silent is elsewhere. */
    void feeds() {
        FeedDao dao = Database.jdbi(pool).onDemand(FeedDao.class);
        FeedWatch watch = new FeedWatch(dao, configuration.feedSilence().toJavaDuration(), clock, metrics.registry());
        environment.lifecycle().manage(whileLoaded("feed", FEED_PAUSE, watch::run));
    }

    void board() {
        PolicyStore policies = new PolicyStore(Database.jdbi(pool), audit, clock);
        environment.jersey().register(new BoardResource(reader, policies::current, clock));
    }

    void operations() {
        environment.jersey().register(new DocumentResource());
        environment
                .admin()
                .addServlet("ready", new ReadyServlet(environment.healthChecks()))
                .addMapping("/ready");
    }

    void accounting() {
        Admin admin = configuration.kafka().admin();
        closeAtStop(() -> admin.close(Duration.ofSeconds(1)));
        Accounting accounting = new Accounting(
                Database.jdbi(pool).onDemand(AccountingDao.class), new SourceTopics(admin), clock, metrics.registry());
        environment.lifecycle().manage(whileLoaded("accounting", ACCOUNTING, accounting::run));
        environment
                .admin()
                .addServlet("operations", new OperationsServlet(accounting, environment.healthChecks()))
                .addMapping("/operations");
    }

    /** No health check: ratings are accepted and figures shown with a broken log too. */
    void audit() {
        AuditWatch watch = new AuditWatch(new AuditChain(Database.jdbi(pool)), clock, metrics.registry());
        environment.lifecycle().manage(whileLoaded("audit", DAILY_LOOK, watch::run));
        ConsoleWiring.wire(environment.jersey(), Database.jdbi(pool), reader, devices.tablets(), watch, clock);
    }

    /** No health check: what is overdue is a metric. */
    void retention() {
        Jdbi jdbi = Database.jdbi(pool);
        RetentionJob job = new RetentionJob(jdbi, configuration.retention(), new AuditLog(jdbi, clock), clock);
        RetentionWatch watch = new RetentionWatch(job, clock, metrics.registry());
        environment.lifecycle().manage(whileLoaded("retention", DAILY_LOOK, watch::run));
    }

    private ManagedDataSource pool(DataSourceFactory settings, String name) {
        ManagedDataSource source = settings.build(environment.metrics(), name);
        environment.lifecycle().manage(source);
        return source;
    }

    private void runAndCheck(BackgroundLoop loop) {
        environment.lifecycle().manage(loop);
        check(loop.name(), loop::faultMessage);
    }

    private void check(String name, Check.Look look) {
        environment.healthChecks().register(name, new Check(look));
    }

    private void closeAtStop(AutoCloseable resource) {
        environment.lifecycle().manage(new Closing(resource));
    }

    /** A database that is stalled would otherwise stall whoever asks. */
    private HealthCheck.Result databaseHealth() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1)
                    ? HealthCheck.Result.healthy()
                    : HealthCheck.Result.unhealthy("does not answer");
        }
    }
}
