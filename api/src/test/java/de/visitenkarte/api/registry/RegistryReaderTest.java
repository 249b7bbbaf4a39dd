package de.visitenkarte.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryReaderTest {

    private static final String REGISTRY = """
            simulated: true
            authorities:
              - id: musterstadt
                name: Musterstadt
                kind: city
                pilotRole: pilot
                pilotFrom: 2026-01-01
                offices:
                  - id: musterstadt-mitte
                    name: Ausländerbehörde Musterstadt
                    timeZone: Europe/Berlin
                    openingHours: "Mo-Fr 08:00-16:00"
                    areas:
                      - id: musterstadt-mitte-aufenthalt
                        name: Aufenthalt
                        desks: 5
                        devices:
                          - id: musterstadt-mitte-aufenthalt-1
                            tokenSha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                integrations:
                  - id: musterstadt-aufruf
                    tokenSha256: 1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014
            """;

    private final RegistryReader reader = new RegistryReader(Validators.newValidator());

    @TempDir
    private Path directory;

    @Test
    void readsAllThereIs() throws IOException {
        RegistryFile file = read(REGISTRY);

        assertThat(file.simulated()).isTrue();
        RegistryFile.AuthorityEntry authority = file.authorities().get(0);
        assertThat(authority.pilotRole()).isEqualTo("pilot");
        assertThat(authority.pilotFrom()).isEqualTo("2026-01-01");
        assertThat(authority.integrations()).hasSize(1);
        RegistryFile.OfficeEntry office = authority.offices().get(0);
        assertThat(office.openingHours()).isEqualTo("Mo-Fr 08:00-16:00");
        assertThat(office.areas().get(0).desks()).isEqualTo(5);
        assertThat(office.areas().get(0).devices()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "desks: 5 | desks: 2 | authorities[0].offices[0].areas[0].desks must be greater than or equal to 3",
                "name: Aufenthalt | clerk: Meier | cannot be read at authorities[0].offices[0].areas[0].clerk: this field is not known",
                "id: musterstadt-mitte-aufenthalt-1 | id: Tablet 1 | devices[0].id must match",
                "id: musterstadt-aufruf | id: musterstadt-aufruf- | integrations[0].id must match",
                "kind: city | kind: village | authorities[0].kind must match \"city|district\"",
                "pilotRole: pilot | pilotRole: PILOT | authorities[0].pilotRole must match",
                "Europe/Berlin | Europe/Berlni | there is no time zone Europe/Berlni",
                "Europe/Berlin | GMT+1 | there is no time zone GMT+1",
                "name: Musterstadt | name: ' ' | authorities[0].name must not be blank",
                "9f86d081 | XYZ | devices[0].tokenSha256 must match",
                "simulated: true | simulated: | cannot be read at simulated: Cannot map `null`",
                "kind: city | kind: [ | cannot be read at authorities[0].kind",
                "simulated: true | %simulated: true | cannot be read at line 1",
            })
    void saysWhereAndWhyAFileIsNotAcceptable(String part, String replacement, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(REGISTRY.replace(part, replacement)))
                .withMessageStartingWith("The registry file ")
                .withMessageContaining(message);
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(REGISTRY.replace("desks: 5", "desks: 1").replace("kind: city", "kind: village")))
                .withMessageContaining("desks")
                .withMessageContaining("kind");
    }

    @Test
    void whatStandsThereTwiceIsAFault() {
        String device = "- id: musterstadt-mitte-aufenthalt-1\n                tokenSha256: %s\n";
        String hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        String again =
                REGISTRY.replace("    integrations:", "              " + device.formatted(hash) + "    integrations:");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(again))
                .withMessageContaining("the id device musterstadt-mitte-aufenthalt-1 stands there twice");
    }

    @Test
    void aTokenOfTwoSendersIsAFault() {
        String shared = REGISTRY.replace(
                "1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(shared))
                .withMessageContaining("the token 9f86")
                .withMessageContaining("stands there twice");
    }

    @Test
    void missingTimeZoneIsAFaultLikeOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(REGISTRY.replace("timeZone: Europe/Berlin", "timeZone:")))
                .withMessageContaining("offices[0].timeZone must not be blank");
    }

    @Test
    void missingAuthoritiesAreAFaultLikeOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("simulated: true"))
                .withMessageContaining("authorities must not be empty");
    }

    @Test
    void missingOfficesAreAFaultLikeOthers() {
        String withoutOffices = """
                simulated: true
                authorities:
                  - {id: musterstadt, name: Musterstadt, kind: city, pilotRole: pilot}
                """;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(withoutOffices))
                .withMessageContaining("authorities[0].offices must not be empty");
    }

    @Test
    void entryWithoutContentIsAFaultLikeOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{simulated: true, authorities: [null]}"))
                .withMessageContaining("authorities[0] must not be null");
    }

    @Test
    void emptyFileIsAFaultLikeOthers() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("")).withMessageStartingWith("The registry file ");
    }

    private RegistryFile read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("registry.yaml"), text);
        return reader.read(file);
    }
}
