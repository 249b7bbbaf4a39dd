package de.visitenkarte.streams.engine;

import com.codahale.metrics.health.HealthCheck;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** Healthy while Kafka answers. */
public final class KafkaHealthCheck extends HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String bootstrapServers;

    public KafkaHealthCheck(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    protected Result check() throws InterruptedException {
        // A client of its own each time: one that was kept open would try to connect all the time while Kafka is away.
        Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        try {
            admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Result.healthy();
        } catch (TimeoutException e) {
            return Result.unhealthy("Kafka does not answer at " + bootstrapServers);
        } catch (ExecutionException e) {
            return Result.unhealthy("Kafka refuses: " + e.getCause());
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
