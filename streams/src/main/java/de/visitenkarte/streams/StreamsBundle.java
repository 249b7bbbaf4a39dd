package de.visitenkarte.streams;

import de.visitenkarte.streams.engine.EngineHealthCheck;
import de.visitenkarte.streams.engine.KafkaHealthCheck;
import de.visitenkarte.streams.engine.ReadyServlet;
import de.visitenkarte.streams.engine.StreamsEngine;
import de.visitenkarte.streams.metrics.Metrics;
import de.visitenkarte.streams.metrics.MetricsServlet;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Environment;

/** Wires the application: one short method per feature. */
final class StreamsBundle implements ConfiguredBundle<StreamsConfiguration> {

    @Override
    public void run(StreamsConfiguration configuration, Environment environment) {
        // There is no resource; everything is served beside the admin pages.
        environment.jersey().disable();
        Metrics metrics = addMetrics(environment);
        addEngine(configuration, environment, metrics);
    }

    private static Metrics addMetrics(Environment environment) {
        Metrics metrics = new Metrics();
        environment.lifecycle().manage(metrics);
        environment.admin().addServlet("metrics", new MetricsServlet(metrics)).addMapping("/metrics");
        return metrics;
    }

    private static void addEngine(StreamsConfiguration configuration, Environment environment, Metrics metrics) {
        StreamsEngine engine = new StreamsEngine(
                configuration.engine(),
                config -> CountingTopology.build(config, configuration.cellsKept(), metrics.registry()),
                metrics.registry());
        environment.lifecycle().manage(engine);
        environment
                .healthChecks()
                .register("kafka", new KafkaHealthCheck(configuration.engine().bootstrapServers()));
        environment.healthChecks().register("streams", new EngineHealthCheck(engine));
        environment.admin().addServlet("ready", new ReadyServlet(engine)).addMapping("/ready");
    }
}
