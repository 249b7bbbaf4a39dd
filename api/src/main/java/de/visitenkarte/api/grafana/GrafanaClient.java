package de.visitenkarte.api.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Grafana's HTTP interface, as its administrator. Follows no redirect: the password would go along. */
final class GrafanaClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String baseUrl;
    private final String authorization;

    /** @param password of Grafana's administrator; never logged */
    GrafanaClient(URI baseUrl, String user, String password) {
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the number of the organisation of that name, which is made if there is none. */
    long ensureOrganisation(String name) {
        // A blank is %20 in a path.
        String path = "/api/orgs/name/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<String> found = send("GET", path, "");
        if (found.statusCode() == 404) {
            HttpResponse<String> made = send("POST", "/api/orgs", json(Map.of("name", name)));
            if (made.statusCode() == 200) {
                return number(made, "orgId");
            }
            // Somebody else was faster.
            found = made.statusCode() == 409 ? send("GET", path, "") : made;
        }
        return number(found, "id");
    }

    /** Makes Grafana read its provisioning files now. */
    void reload() {
        for (String what : new String[] {"datasources", "dashboards"}) {
            HttpResponse<String> answer = send("POST", "/api/admin/provisioning/" + what + "/reload", "");
            if (answer.statusCode() != 200) {
                throw fault(answer);
            }
        }
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(TIMEOUT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new GrafanaException("Grafana does not answer at " + baseUrl + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GrafanaException("Stopped while Grafana was asked", e);
        }
    }

    private static long number(HttpResponse<String> answer, String field) {
        try {
            JsonNode number =
                    answer.statusCode() == 200 ? JSON.readTree(answer.body()).path(field) : JSON.nullNode();
            if (number.canConvertToLong()) {
                return number.asLong();
            }
        } catch (JsonProcessingException e) {
            // Said below; the body itself does not belong into a message.
        }
        throw fault(answer);
    }

    private static GrafanaException fault(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String path = answer.request().uri().getPath();
        return new GrafanaException(
                status == 401 || status == 403
                        ? "Grafana answers " + status + " to " + path
                                + ": is this its administrator (not an API key), and the right password?"
                        : "Grafana answers " + status + " to " + path + ", which was not expected");
    }

    private static String json(Map<String, String> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
