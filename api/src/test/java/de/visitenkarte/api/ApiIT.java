package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiIT {
    @Test
    void starts() throws Exception {
        String url = PostgresForTests.newDatabase();
        Map<String, String> env = Map.of(
                "VISITENKARTE_DATABASE_URL",
                url,
                "VISITENKARTE_DATABASE_USER",
                "postgres",
                "VISITENKARTE_PORT",
                "18080",
                "VISITENKARTE_ADMIN_PORT",
                "18081",
                "VISITENKARTE_KAFKA",
                "127.0.0.1:1");
        new ApiApplication(env).run("import-registry", "api.yaml", "--file", "src/test/resources/registry.yaml");
        new ApiApplication(env).run("server", "api.yaml");
        Thread.sleep(3000);
        HttpClient c = HttpClient.newHttpClient();
        for (String p : new String[] {
            "8080/",
            "8081/ready",
            "8080/v1/board/authorities",
            "8080/v1/board/authorities/musterstadt",
            "8080/v1/board/authorities/x",
            "8080/v1/board/comparison",
            "8080/v1/board/comparison?period=x",
            "8080/v1/board/comparison?start=x",
            "8080/nix",
            "8080/tablet/nix",
            "8080/board/",
            "8080/tablet/",
            "8080/board/vendor/echarts.esm.min.js",
            "8080/v1/openapi.json",
            "8080/problems",
            "8081/metrics"
        }) {
            var r = c.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:1" + p)).build(),
                    HttpResponse.BodyHandlers.ofString());
            System.err.println(p + " " + r.statusCode() + " " + r.headers().firstValue("content-type") + " "
                    + r.body().substring(0, Math.min(300, r.body().length())).replace('\n', ' '));
        }
        for (String[] q : new String[][] {
            {
                "{\"ratings\":[{\"sequenceNumber\":1,\"instrumentVersion\":1,\"language\":\"ar\",\"ratedAt\":\"2026-11-22T10:00:00Z\",\"answers\":{\"overall\":4}}]}",
                "test"
            },
            {"{", "test"},
            {"{}", "test"},
            {"{\"ratings\":[]}", "test"},
            {"{\"ratings\":[], \"x\":1}", "test"},
            {"{\"ratings\":[]}", "testx"},
            {"{\"ratings\":[{\"x\":1}]}", "test"},
            {"{\"ratings\":[{\"sequenceNumber\":1, \"desk\":4}]}", "test"},
            {"{\"ratings\":\"" + "x".repeat(600000) + "\"}", "test"},
            {"", "test"}
        }) {
            var r = c.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:18080/v1/ratings"))
                            .header("Authorization", "Bearer " + q[1])
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(q[0]))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            System.err.println(q[0].substring(0, Math.min(90, q[0].length())) + " -> " + r.statusCode() + " "
                    + r.headers().map().get("retry-after") + " " + r.body());
        }
        var r = c.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:18080/v1/ratings"))
                        .header("Authorization", "Bearer test")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        System.err.println(r.statusCode() + r.body());
        r = c.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:18080/v1/ratings"))
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        System.err.println(r.statusCode() + r.body() + r.headers().map());
        assertThat(r.statusCode()).isEqualTo(405);
    }
}
