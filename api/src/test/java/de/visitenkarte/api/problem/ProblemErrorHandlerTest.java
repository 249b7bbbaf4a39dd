package de.visitenkarte.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemErrorHandlerTest {

    /** Jetty answers 503 by itself while it stops in order. */
    @ParameterizedTest
    @CsvSource({"503, true", "404, false", "500, false"})
    void saysWhenToComeAgainIfTheServerIsAway(int status, boolean comeAgain) throws Exception {
        String answer = answerTo(status);

        assertThat(answer).contains("HTTP/1.1 " + status).contains(Problem.MEDIA_TYPE);
        assertThat(answer.contains("Retry-After: 5")).isEqualTo(comeAgain);
    }

    @ParameterizedTest
    @CsvSource({"408, 400", "502, 500", "431, 431"})
    void statusLineAndBodyAgree(int refusedWith, int answeredWith) throws Exception {
        assertThat(answerTo(refusedWith)).contains("HTTP/1.1 " + answeredWith, "\"status\":" + answeredWith);
    }

    private static String answerTo(int status) throws Exception {
        Server server = new Server();
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setErrorHandler(new ProblemErrorHandler(new ObjectMapper(), Map.of()));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Response.writeError(request, response, callback, status);
                return true;
            }
        });
        server.start();
        try {
            return connector.getResponse("POST /v1/ratings HTTP/1.0\r\n\r\n");
        } finally {
            server.stop();
        }
    }
}
