package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.visitenkarte.api.RunningApi.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tablets say to the api, and what it answers. */
@SuppressWarnings("NullAway.Init")
class DeviceRoutesIT {

    private static final String HEARTBEAT = """
            {"appVersion": "0.1.0+12345678", "instrumentVersion": 1, "queueDepth": 3, "oldestRatingHours": 0, "refused": 0,
             "storagePersisted": true, "batteryPercent": 80, "charging": false, "deviceTime": "2026-11-23T10:20:30Z"}
            """;

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void configurationIsSentOnceAsLongAsItStaysTheSame() {
        Answer first = configuration(RunningApi.DEVICE_TOKEN);
        assertThat(first.json())
                .hasToString("{\"deviceName\":\"musterstadt-mitte-aufenthalt-1\",\"authorityName\":\"Musterstadt\","
                        + "\"officeName\":\"Ausländerbehörde Musterstadt\",\"areaName\":\"Aufenthalt\",\"simulated\":true,"
                        + "\"instrumentVersion\":1,\"languages\":[\"de\",\"en\",\"ar\"],\"timeZone\":\"Europe/Berlin\","
                        + "\"heartbeatSeconds\":300,\"rotate\":false,\"revoked\":false}");
        String tag = first.header("ETag");

        Answer second = configuration(RunningApi.DEVICE_TOKEN, "If-None-Match", tag);
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(configuration(RunningApi.DEVICE_TOKEN, "If-None-Match", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(heartbeat(HEARTBEAT).json().get("configurationTag").asText()).isEqualTo(tag);
    }

    @Test
    void heartbeatIsAnsweredWithTheTimeAndWhatToDo() {
        JsonNode answer = heartbeat(HEARTBEAT).json();

        assertThat(answer.get("serverTime").asText()).startsWith("2");
        assertThat(answer.get("rotate").asBoolean()).isFalse();
        assertThat(answer.get("revoked").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"appVersion\": \"<b>\"",
                "\"queueDepth\": -1",
                "\"batteryPercent\": 101",
                "\"userAgent\": \"Mozilla/5.0\"",
            })
    void heartbeatWithAnythingElseIsRefused(String member) {
        String name = member.substring(0, member.indexOf(':'));
        String body = HEARTBEAT.contains(name)
                ? HEARTBEAT.replaceFirst(name + ": (\"[^\"]*\"|\\w+)", member)
                : HEARTBEAT.replaceFirst("\\{", "{" + member + ", ");

        assertThat(heartbeat(body).status()).isEqualTo(422);
    }

    @Test
    void newTokenIsRefusedWhereNoneIsDue() {
        Answer answer = api.post("/v1/device/token", RunningApi.DEVICE_TOKEN, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("type").asText()).isEqualTo("/problems#conflict");
    }

    @Test
    void pairingGoesAsRfc8628WantsIt() {
        JsonNode started =
                api.send("POST", "/v1/device/pairings", BodyPublishers.noBody()).json();
        String code = started.get("userCode").asText();
        assertThat(started.get("verificationUriComplete").asText()).isEqualTo("/console/tablets/pair?code=" + code);
        assertThat(started.get("expiresIn").asInt()).isEqualTo(600);
        assertThat(started.get("interval").asInt()).isEqualTo(5);

        String deviceCode = started.get("deviceCode").asText();
        assertThat(problemOf(deviceCode)).isEqualTo("400 /problems#authorization-pending");
        assertThat(problemOf(deviceCode)).isEqualTo("400 /problems#slow-down");
        assertThat(problemOf("made-up")).isEqualTo("400 /problems#expired-token");
    }

    @Test
    void tabletThatAsksWithoutAnEndHasToWaitAndNoOther() {
        int asked = 0;
        while (asked < 2000 && configuration("test2").status() == 200) {
            asked++;
        }
        assertThat(asked).isBetween(600, 1999);

        Answer refused = api.postRatings("test2", "{\"ratings\": []}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.json().get("type").asText()).isEqualTo("/problems#too-many-requests");
        assertThat(configuration(RunningApi.DEVICE_TOKEN).status()).isEqualTo(200);
    }

    private static String problemOf(String deviceCode) {
        Answer answer = api.send(
                "POST",
                "/v1/device/pairings/token",
                BodyPublishers.ofString("{\"deviceCode\": \"" + deviceCode + "\"}"),
                "Content-Type",
                "application/json");
        return answer.status() + " " + answer.json().get("type").asText();
    }

    private static Answer heartbeat(String body) {
        return api.post("/v1/device/heartbeat", RunningApi.DEVICE_TOKEN, BodyPublishers.ofString(body));
    }

    private static Answer configuration(String token, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return api.get("/v1/device/configuration", all);
    }
}
