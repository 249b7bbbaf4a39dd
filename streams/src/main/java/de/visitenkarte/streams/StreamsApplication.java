package de.visitenkarte.streams;

import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/** The shell around {@link StreamsBundle}. Run as {@code server streams.yaml}. */
public class StreamsApplication extends Application<StreamsConfiguration> {

    private final Map<String, String> environmentVariables;

    /**
     * Makes the application; nothing starts yet.
     *
     * @param environmentVariables what {@code ${…}} in the configuration stands for; a variable without a value and
     *     without a default stops the start
     */
    public StreamsApplication(Map<String, String> environmentVariables) {
        this.environmentVariables = Map.copyOf(environmentVariables);
    }

    public static void main(String[] arguments) throws Exception {
        new StreamsApplication(System.getenv()).run(arguments);
    }

    @Override
    public String getName() {
        return "visitenkarte-streams";
    }

    @Override
    public void initialize(Bootstrap<StreamsConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                new ResourceConfigurationSourceProvider(),
                new StringSubstitutor(environmentVariables).setEnableUndefinedVariableException(true)));
        bootstrap.addBundle(new StreamsBundle());
        bootstrap.addCommand(new ResetCommand());
    }

    @Override
    public void run(StreamsConfiguration configuration, Environment environment) {
        // Everything is wired by the bundle.
    }
}
