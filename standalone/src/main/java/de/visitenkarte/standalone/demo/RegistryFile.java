package de.visitenkarte.standalone.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.visitenkarte.standalone.demo.Authority.Kind;
import de.visitenkarte.standalone.demo.Authority.PilotRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the authorities in the form that {@code import-registry} reads, with hashes in place of the tokens. */
final class RegistryFile {

    private static final String TRIAL_AREA = "musterstadt-mitte-aufenthalt";

    private record Content(boolean simulated, List<AuthorityEntry> authorities) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record AuthorityEntry(
            String id,
            String name,
            Kind kind,
            PilotRole pilotRole,
            @Nullable String pilotFrom,
            List<OfficeEntry> offices,
            List<Credential> integrations) {}

    private record OfficeEntry(String id, String name, String timeZone, String openingHours, List<AreaEntry> areas) {}

    private record AreaEntry(String id, String name, int desks, List<Credential> devices) {}

    private record Credential(String id, String tokenSha256) {}

    private final Tokens tokens;
    private final String trialTablet;
    private final LocalDate pilotFrom;

    /**
     * @param trialTablet id of the tablet that people try
     * @param pilotFrom the first day of the simulated history, on which the demo's pilot begins
     */
    RegistryFile(Tokens tokens, String trialTablet, LocalDate pilotFrom) {
        this.tokens = tokens;
        this.trialTablet = trialTablet;
        this.pilotFrom = pilotFrom;
    }

    /** Writes the file whole, or leaves the one that is there. */
    void write(List<Authority> authorities, Path file) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Content content =
                    new Content(true, authorities.stream().map(this::entry).toList());
            Files.writeString(draft, new YAMLMapper().writeValueAsString(content));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AuthorityEntry entry(Authority authority) {
        String integration = authority.integrationId();
        return new AuthorityEntry(
                authority.id(),
                authority.name(),
                authority.kind(),
                authority.pilotRole(),
                authority.pilotRole() == PilotRole.PILOT ? pilotFrom.toString() : null,
                authority.offices().stream().map(this::entry).toList(),
                List.of(new Credential(integration, Tokens.sha256(tokens.integration(integration)))));
    }

    private OfficeEntry entry(Office office) {
        return new OfficeEntry(
                office.id(),
                office.name(),
                Office.ZONE.getId(),
                office.openingHours().toString(),
                office.areas().stream().map(this::entry).toList());
    }

    private AreaEntry entry(Area area) {
        List<Credential> devices = new ArrayList<>();
        devices.add(device(area.deviceId()));
        if (area.id().equals(TRIAL_AREA)) {
            devices.add(device(trialTablet));
        }
        return new AreaEntry(area.id(), area.name(), area.desks(), devices);
    }

    private Credential device(String id) {
        return new Credential(id, Tokens.sha256(tokens.device(id)));
    }
}
