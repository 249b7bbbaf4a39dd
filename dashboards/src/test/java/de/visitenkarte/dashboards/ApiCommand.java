package de.visitenkarte.dashboards;

import de.visitenkarte.api.ApiApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A command of the api, as its main method runs it, but without ending the process. */
final class ApiCommand extends ApiApplication {

    private ApiCommand(Map<String, String> variables) {
        super(variables, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    static void run(Map<String, String> variables, String... arguments) throws IOException {
        try {
            new ApiCommand(variables).run(arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The command did not run", e);
        }
    }

    @Override
    protected void onFatalError(Throwable cause) {
        throw new IllegalStateException(cause);
    }
}
