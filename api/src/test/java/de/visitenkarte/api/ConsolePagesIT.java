package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.visitenkarte.api.RunningApi.Answer;
import de.visitenkarte.api.staff.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of the console as a browser gets them, without a browser. */
class ConsolePagesIT {

    private static final String AREA = "musterstadt-mitte-aufenthalt";

    private static RunningApi api;
    private static Browser manager;
    private static Browser ministry;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        manager = api.signIn(Role.MANAGER);
        ministry = api.signIn(Role.MINISTRY);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void tabletOfTheRegistryFileStandsInTheList() {
        assertThat(manager.get("/console/tablets").body())
                .contains("musterstadt-mitte-aufenthalt-1")
                .contains("Hat sich noch nicht gemeldet.");
    }

    @Test
    void codeOfTheAddressIsKeptOverSigningInAndStandsInItsField() {
        String page = "/console/tablets/pair?code=BCDF-GHJK";

        assertThat(api.browser().get(page).header("Location"))
                .endsWith("/console/sign-in?next=%2Fconsole%2Ftablets%2Fpair%3Fcode%3DBCDF-GHJK");
        assertThat(manager.get(page).body()).contains("value=\"BCDF-GHJK\"").contains("vor Ihnen steht");
        assertThat(manager.get("/console/tablets/pair?code=%3Cscript%3E").body())
                .doesNotContain("<script>");
    }

    @Test
    void pairsRenamesAndRevokesATablet() {
        String code = startPairing().get("userCode").asText();
        Answer paired = manager.submit(
                "/console/tablets/pair",
                "/console/tablets/pair",
                Map.of(
                        "code",
                        code.toLowerCase(Locale.ROOT),
                        "area",
                        AREA,
                        "name",
                        "Ausgang <links>",
                        "present",
                        "yes"));

        assertThat(paired.status()).isEqualTo(303);
        String list = manager.get("/console/tablets").body();
        assertThat(list).contains("Ausgang &lt;links&gt;");
        String id = list.replaceAll("(?s).*Ausgang &lt;links&gt;.*?/console/tablets/([a-z0-9-]+)/rename.*", "$1");
        assertThat(submit(manager, "/console/tablets/" + id + "/rename", Map.of("name", ""))
                        .status())
                .isEqualTo(422);
        assertThat(submit(manager, "/console/tablets/" + id + "/rename", Map.of("name", "Eingang"))
                        .status())
                .isEqualTo(303);
        assertThat(submit(manager, "/console/tablets/" + id + "/token", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(submit(manager, "/console/tablets/" + id + "/revoke", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(manager.get("/console/tablets").body())
                .containsPattern("(?s)Abgemeldet in den letzten 30 Tagen.*Eingang");
        assertThat(manager.get("/console/tablets/" + id + "/rename").status()).isEqualTo(404);
    }

    @Test
    void pairingWithoutStandingBeforeTheTabletIsRefused() {
        String code = startPairing().get("userCode").asText();
        Answer answer = manager.submit(
                "/console/tablets/pair",
                "/console/tablets/pair",
                Map.of("code", code, "area", AREA, "name", "Nirgends"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("aria-describedby=\"present-error\"").contains("value=\"Nirgends\"");
        assertThat(manager.get("/console/tablets").body()).doesNotContain("Nirgends");
    }

    @Test
    void deniedCodeIsGone() {
        String code = startPairing().get("userCode").asText();

        Answer denied = manager.submit("/console/tablets/pair", "/console/tablets/pair/deny", Map.of("code", code));
        assertThat(denied.header("Location")).endsWith("done=denied");
        Answer again = manager.submit(
                "/console/tablets/pair",
                "/console/tablets/pair",
                Map.of("code", code, "area", AREA, "name", "x", "present", "yes"));
        assertThat(again.body()).contains("Kein Tablet wartet mit diesem Code");
    }

    @Test
    void measureIsLoggedChangedAndWithdrawn() {
        Answer logged = submit(
                manager,
                "/console/measures/new",
                Map.of(
                        "startsOn", "2026-03-01",
                        "endsOn", "",
                        "field", "networking",
                        "title", "Runder Tisch <i>",
                        "text", "Erste Zeile\r\nzweite"));
        assertThat(logged.status()).isEqualTo(303);
        String list = manager.get("/console/measures").body();
        assertThat(list)
                .contains("Runder Tisch &lt;i&gt;")
                .contains("seit 01.03.2026")
                .contains("Vernetzung");
        String page = list.replaceAll("(?s).*?Runder Tisch.*?<a href=\"(/console/measures/[0-9a-f-]{36})\">.*", "$1");
        assertThat(manager.get(page).body()).contains("value=\"2026-03-01\"").contains("Erste Zeile&#10;zweite");
        assertThat(ministry.get("/console/measures?field=networking").body())
                .contains("Runder Tisch")
                .doesNotContain("Bearbeiten");
        assertThat(submit(manager, page + "/withdraw", Map.of()).status()).isEqualTo(303);
        assertThat(manager.get("/console/measures").body()).contains("zurückgezogen am");
        assertThat(manager.get(page).status()).isEqualTo(404);
    }

    @Test
    void wrongMeasureComesBackWithWhatWasTyped() {
        Answer answer = submit(
                manager,
                "/console/measures/new",
                Map.of("startsOn", "2026-03-01", "endsOn", "2026-02-01", "title", "T".repeat(121), "text", "bleibt"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Das Ende liegt vor dem Beginn.")
                .contains("Bitte wählen Sie ein Handlungsfeld.")
                .contains("höchstens 120 Zeichen an.")
                .contains("bleibt</textarea>")
                .contains("aria-describedby=\"title-hint title-error\"");
    }

    @Test
    void exportIsAFileToSave() {
        Answer file =
                manager.submit("/console/exports", "/console/exports", export("month", "2026-01-01", "2026-12-31"));

        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"visitenkarte-bewertungen-2026-01-01-bis-2026-12-31-SIMULIERT.csv\"");
        assertThat(file.body()).startsWith("\uFEFFebene;behoerde;standort;simuliert;");
        assertThat(manager.get("/console/exports/columns/waits").body()).contains("median_minuten;");
    }

    @Test
    void exportOffTheGridIsRefused() {
        assertThat(manager.submit("/console/exports", "/console/exports", export("hour", "2026-01-01", "2026-12-31"))
                        .status())
                .isEqualTo(422);
        assertThat(manager.submit("/console/exports", "/console/exports", export("day", "2026-02-01", "2026-01-01"))
                        .body())
                .contains("Das Ende liegt vor dem Beginn.");
    }

    @Test
    void policyCannotGoBelowTheFloor() {
        Map<String, String> low = policy("4");
        assertThat(submit(ministry, "/console/policy", low).status()).isEqualTo(422);
        assertThat(submit(ministry, "/console/policy", low).body())
                .contains("Bitte geben Sie eine ganze Zahl ab 5 an.");

        assertThat(submit(ministry, "/console/policy", policy("40")).body())
                .contains("nicht von weniger Personen sein als eine Gruppe");
        assertThat(submit(ministry, "/console/policy", policy("7")).status()).isEqualTo(303);
        assertThat(ministry.get("/console/policy").body()).contains("data-label=\"Gilt\">7<");
    }

    @Test
    void managerSeesTheLogOfTheOwnAuthorityOnly() {
        submit(ministry, "/console/policy", policy("6"));
        submit(
                manager,
                "/console/measures/new",
                Map.of("startsOn", "2026-03-01", "field", "processes", "title", "Im Protokoll"));

        assertThat(ministry.get("/console/audit").body())
                .contains("Freigaberegeln geändert")
                .contains("Im Protokoll");
        assertThat(manager.get("/console/audit").body())
                .contains("Maßnahme eingetragen")
                .contains("Im Protokoll")
                .doesNotContain("<th scope=\"row\">Freigaberegeln geändert");
        assertThat(manager.get("/console/audit?authority=other&actor=test+MANAGER&action=measure-logged")
                        .body())
                .contains("Im Protokoll");
        assertThat(manager.get("/console/audit?actor=%00%25%7Bx%7D&from=never&before=x")
                        .body())
                .contains("Kein Eintrag passt");
    }

    private static Map<String, String> policy(String blockSize) {
        return Map.of(
                "blockSize", blockSize, "shareMinimum", "12", "extremesMinimum", "30", "comparisonMinimum", "100");
    }

    private static Map<String, String> export(String periods, String from, String to) {
        return Map.of("figures", "ratings", "periods", periods, "from", from, "to", to, "form", "excel");
    }

    private static Answer submit(Browser browser, String page, Map<String, String> fields) {
        return browser.submit(page, page, fields);
    }

    private static JsonNode startPairing() {
        return api.send("POST", "/v1/device/pairings", BodyPublishers.noBody()).json();
    }
}
