package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFileIT {

    private static final String TRIAL_TABLET = "musterstadt-mitte-zum-ausprobieren-1";

    @TempDir
    Path directory;

    private Tokens tokens;
    private JsonNode registry;

    @BeforeEach
    void write() throws IOException {
        tokens = Tokens.in(directory.resolve("secret"));
        Path file = directory.resolve("registry.yaml");
        new RegistryFile(tokens, TRIAL_TABLET, LocalDate.of(2026, 8, 24)).write(Authorities.list(), file);
        registry = new YAMLMapper().readTree(file.toFile());
    }

    @Test
    void saysThatAllIsSimulated() {
        assertThat(registry.get("simulated").asBoolean()).isTrue();
        assertThat(registry.get("authorities")).hasSize(22);
    }

    @Test
    void writesAnOfficeAsTheImportReadsIt() {
        JsonNode musterstadt = registry.get("authorities").get(0);

        assertThat(musterstadt.get("id").asText()).isEqualTo("musterstadt");
        assertThat(musterstadt.get("kind").asText()).isEqualTo("city");
        assertThat(musterstadt.get("pilotRole").asText()).isEqualTo("pilot");
        assertThat(musterstadt.get("pilotFrom").asText()).isEqualTo("2026-08-24");
        assertThat(musterstadt.get("integrations").get(0).get("id").asText()).isEqualTo("musterstadt-aufruf");
        JsonNode office = musterstadt.get("offices").get(0);
        assertThat(fieldNames(office)).containsExactly("id", "name", "timeZone", "openingHours", "areas");
        assertThat(office.get("timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(office.get("openingHours").asText()).isEqualTo("Mo-So 06:00-23:00");
        assertThat(fieldNames(office.get("areas").get(0))).containsExactly("id", "name", "desks", "devices");
    }

    @Test
    void givesOnlyPilotsADateOfBeginning() {
        assertThat(registry.get("authorities"))
                .allSatisfy(authority -> assertThat(authority.has("pilotFrom"))
                        .isEqualTo(authority.get("pilotRole").asText().equals("pilot")));
    }

    @Test
    void hasATabletPerAreaAndOneToTry() {
        List<String> devices = registry.findValues("devices").stream()
                .flatMap(list -> list.findValuesAsText("id").stream())
                .toList();

        assertThat(devices)
                .doesNotHaveDuplicates()
                .hasSize(registry.findValues("desks").size() + 1);
        assertThat(devices).filteredOn(id -> id.equals(TRIAL_TABLET)).hasSize(1);
        assertThat(registry.findValues("desks"))
                .allSatisfy(desks -> assertThat(desks.asInt()).isGreaterThanOrEqualTo(3));
    }

    @Test
    void keepsHashesOfDifferentTokensAndNoToken() throws IOException {
        List<String> hashes = registry.findValuesAsText("tokenSha256");

        assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(hashes).contains(Tokens.sha256(tokens.device(TRIAL_TABLET)));
        assertThat(hashes).contains(Tokens.sha256(tokens.integration("musterstadt-aufruf")));
        assertThat(Files.readString(directory.resolve("registry.yaml"))).doesNotContain(tokens.device(TRIAL_TABLET));
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
