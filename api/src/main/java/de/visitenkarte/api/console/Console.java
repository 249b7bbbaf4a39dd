package de.visitenkarte.api.console;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.function.BooleanSupplier;

/** The pages of the console, put together. */
public final class Console {

    private Console() {}

    /**
     * Makes resources able to answer with a {@link ConsolePage}.
     *
     * @param simulated whether invented data are shown
     */
    public static void register(JerseyEnvironment jersey, BooleanSupplier simulated) {
        jersey.register(new PageWriter());
        jersey.register(new ShellFilter(simulated));
    }
}
