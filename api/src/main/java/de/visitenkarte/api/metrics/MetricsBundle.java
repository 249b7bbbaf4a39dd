package de.visitenkarte.api.metrics;

import io.dropwizard.core.setup.Environment;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;

/** Micrometer as the one metrics API, read by Prometheus at {@code /metrics} of the admin port. */
public final class MetricsBundle {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Returns where meters are registered. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Publishes the meters of this process. */
    public void run(Environment environment) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        JvmGcMetrics garbageCollection = new JvmGcMetrics();
        garbageCollection.bindTo(registry);
        environment.lifecycle().manage(new Closing(garbageCollection));
        DropwizardExports.builder()
                .dropwizardRegistry(environment.metrics())
                .register(registry.getPrometheusRegistry());
        environment
                .admin()
                .addServlet("prometheus", new ScrapeServlet(registry))
                .addMapping("/metrics");
        environment.lifecycle().manage(new Closing(registry::close));
    }
}
