package de.visitenkarte.api.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry as an operator writes it down; read by the command {@code import-registry}.
 *
 * @param simulated whether the figures of these authorities are invented; then every screen says so
 */
public record RegistryFile(boolean simulated, @NotEmpty List<@NotNull @Valid AuthorityEntry> authorities) {

    /** At most 100 characters: streams puts events with longer ids aside. */
    private static final String ID = "(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*";

    private static final String SHA_256 = "[0-9a-f]{64}";

    /**
     * One authority.
     *
     * @param pilotRole part in the pilot; {@code none} for an authority that takes part in neither group
     * @param pilotFrom first day in the pilot
     * @param pilotTo first day after the pilot
     */
    public record AuthorityEntry(
            @NotNull @Pattern(regexp = ID) String id,
            @NotBlank String name,
            @NotNull @Pattern(regexp = "city|district") String kind,

            @NotNull @Pattern(regexp = "pilot|comparison|none")
            String pilotRole,

            @Nullable LocalDate pilotFrom,
            @Nullable LocalDate pilotTo,
            @NotEmpty List<@NotNull @Valid OfficeEntry> offices,
            @Nullable List<@NotNull @Valid IntegrationEntry> integrations) {}

    /**
     * One site of an authority.
     *
     * @param timeZone IANA name, decides where a day begins
     * @param openingHours text for people
     */
    public record OfficeEntry(
            @NotNull @Pattern(regexp = ID) String id,
            @NotBlank String name,
            @NotBlank String timeZone,
            @Nullable String openingHours,
            @NotEmpty List<@NotNull @Valid AreaEntry> areas) {}

    /**
     * A group of desks.
     *
     * @param desks number of desks; an area of fewer than three would show single clerks
     */
    public record AreaEntry(
            @NotNull @Pattern(regexp = ID) String id,
            @NotBlank String name,
            @Min(3) int desks,
            @Nullable List<@NotNull @Valid DeviceEntry> devices) {}

    /**
     * One tablet.
     *
     * @param tokenSha256 hash of the device's token in hexadecimal digits
     */
    public record DeviceEntry(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull @Pattern(regexp = SHA_256) String tokenSha256) {}

    /**
     * One queue system.
     *
     * @param tokenSha256 hash of the queue system's token in hexadecimal digits
     */
    public record IntegrationEntry(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull @Pattern(regexp = SHA_256) String tokenSha256) {}
}
