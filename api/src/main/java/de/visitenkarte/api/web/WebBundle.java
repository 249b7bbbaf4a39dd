package de.visitenkarte.api.web;

import de.visitenkarte.api.problem.ProblemErrorHandler;
import de.visitenkarte.api.problem.ProblemMapper;
import de.visitenkarte.api.problem.ViolationMapper;
import io.dropwizard.assets.AssetsBundle;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.util.DataSize;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletProperties;

/** Everything about HTTP that is the same for every feature. */
public final class WebBundle implements ConfiguredBundle<Configuration> {

    /** 500 ratings with all answers, or 1000 visits, take less than half of this. */
    private static final DataSize LARGEST_BODY = DataSize.kibibytes(512);

    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/";

    @Override
    public void initialize(Bootstrap<?> bootstrap) {
        bootstrap.setValidatorFactory(Validators.newConfiguration()
                .parameterNameProvider(new ParameterNames())
                .buildValidatorFactory());
        bootstrap.addBundle(new AssetsBundle("/assets/tablet/", "/tablet/", "index.html", "tablet"));
        bootstrap.addBundle(new AssetsBundle("/assets/board/", "/board/", "index.html", "board"));
        bootstrap.addBundle(new AssetsBundle("/assets/console/", "/console/assets/", null, "console"));
        bootstrap.addBundle(new AssetsBundle(ECHARTS, "/board/vendor/", null, "board-vendor"));
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        // Not earlier: the same mapper reads the configuration, where "8080" from the environment is a number.
        StrictJson.configure(environment.getObjectMapper());
        // Only the console takes forms, and no field of theirs stands in an address; whether a body is one would
        // otherwise be
        // asked for every request.
        environment.jersey().property(ServletProperties.QUERY_PARAMS_AS_FORM_PARAMS_DISABLED, true);
        // Behind a proxy that ends TLS, the scheme of this server is not the one that browsers see.
        environment.jersey().property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        environment.jersey().register(new ProblemMapper());
        environment.jersey().register(new ViolationMapper());
        environment.jersey().register(new StartPage());
        environment.getApplicationContext().setErrorHandler(errorHandler(environment));
        environment.getAdminContext().setErrorHandler(errorHandler(environment));
        // What no context is found for, because it is not HTTP.
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(errorHandler(environment)));
        environment.getApplicationContext().insertHandler(new SizeLimitHandler(LARGEST_BODY.toBytes(), -1));
        environment
                .servlets()
                .addFilter("headers", new HeaderFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), false, "/*");
        environment
                .admin()
                .addFilter("headers", new AdminHeaderFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), false, "/*");
    }

    private static ProblemErrorHandler errorHandler(Environment environment) {
        return new ProblemErrorHandler(environment.getObjectMapper(), HeaderFilter.SECURITY);
    }
}
