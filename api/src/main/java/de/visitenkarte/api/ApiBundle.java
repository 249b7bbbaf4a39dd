package de.visitenkarte.api;

import de.visitenkarte.api.web.WebBundle;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.time.Clock;

/** Everything the api consists of. */
final class ApiBundle implements ConfiguredBundle<ApiConfiguration> {

    @Override
    public void initialize(Bootstrap<?> bootstrap) {
        bootstrap.addBundle(new WebBundle());
    }

    @Override
    public void run(ApiConfiguration configuration, Environment environment) {
        ApiWiring wiring = new ApiWiring(configuration, environment, Clock.systemUTC());
        wiring.metrics();
        wiring.registry();
        wiring.staff();
        wiring.devices();
        wiring.intake();
        wiring.projection();
        wiring.release();
        wiring.feeds();
        wiring.board();
        wiring.accounting();
        wiring.audit();
        wiring.retention();
        wiring.operations();
    }
}
