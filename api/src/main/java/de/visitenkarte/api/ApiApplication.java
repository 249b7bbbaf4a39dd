package de.visitenkarte.api;

import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.PrintStream;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/**
 * The api as a program: {@code server api.yaml} serves, {@code import-registry api.yaml --file …} writes the registry,
 * {@code quarantine api.yaml list} shows what could not be counted.
 */
public class ApiApplication extends Application<ApiConfiguration> {

    private final Map<String, String> environment;
    private final PrintStream console;

    /** @param environment variables that the configuration refers to */
    public ApiApplication(Map<String, String> environment) {
        this(environment, System.out);
    }

    /**
     * @param environment variables that the configuration refers to
     * @param console where commands print what they were asked for
     */
    public ApiApplication(Map<String, String> environment, PrintStream console) {
        this.environment = Map.copyOf(environment);
        this.console = console;
    }

    /** Runs the api; without arguments it serves. */
    public static void main(String[] arguments) throws Exception {
        new ApiApplication(System.getenv())
                .run(arguments.length == 0 ? new String[] {"server", "api.yaml"} : arguments);
    }

    @Override
    public String getName() {
        return "visitenkarte-api";
    }

    @Override
    public void initialize(Bootstrap<ApiConfiguration> bootstrap) {
        StringSubstitutor substitutor = new StringSubstitutor(environment)
                .setEnableUndefinedVariableException(true)
                .setEnableSubstitutionInVariables(false);
        bootstrap.setConfigurationSourceProvider(
                new SubstitutingSourceProvider(new ResourceConfigurationSourceProvider(), substitutor));
        bootstrap.addBundle(new ApiBundle());
        bootstrap.addCommand(new MigrateCommand());
        bootstrap.addCommand(new ImportRegistryCommand());
        bootstrap.addCommand(new RebuildCommand());
        bootstrap.addCommand(new QuarantineCommand(console));
        bootstrap.addCommand(new ImportVisitsCommand());
        bootstrap.addCommand(new AuditCommand(console));
        bootstrap.addCommand(new RetentionCommand(console));
        bootstrap.addCommand(new GrafanaCommand(console));
        bootstrap.addCommand(new AccountCommand(console));
    }

    @Override
    public void run(ApiConfiguration configuration, Environment environment) throws Exception {
        // Everything is wired in the bundle.
    }
}
