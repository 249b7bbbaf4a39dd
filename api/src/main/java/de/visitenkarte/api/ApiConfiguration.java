package de.visitenkarte.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.visitenkarte.api.database.MigrationSettings;
import de.visitenkarte.api.device.DeviceSettings;
import de.visitenkarte.api.oidc.OidcSettings;
import de.visitenkarte.api.publish.KafkaSettings;
import de.visitenkarte.api.retention.RetentionSettings;
import de.visitenkarte.api.staff.StaffSettings;
import io.dropwizard.core.Configuration;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.util.Duration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Settings of the api; {@code api.yaml} on the class path is the documented sample and the default. */
@SuppressWarnings("NullAway.Init") // Set by Jackson, checked by Bean Validation.
public final class ApiConfiguration extends Configuration {

    @Valid
    @NotNull
    @JsonProperty
    private KafkaSettings kafka;

    @Valid
    @NotNull
    @JsonProperty
    private DataSourceFactory database;

    @Valid
    @NotNull
    @JsonProperty
    private MigrationSettings migration;

    @Valid
    @NotNull
    @JsonProperty
    private DataSourceFactory reader;

    @NotNull
    @JsonProperty
    private Duration registryRefresh = Duration.seconds(10);

    @NotNull
    @JsonProperty
    private Duration releasePause = Duration.milliseconds(500);

    @NotNull
    @JsonProperty
    private Duration feedSilence = Duration.hours(2);

    @Valid
    @NotNull
    @JsonProperty
    private DeviceSettings devices = DeviceSettings.DEFAULT;

    @Valid
    @NotNull
    @JsonProperty
    private RetentionSettings retention = RetentionSettings.DEFAULT;

    @NotNull
    @JsonProperty
    private String zms = "";

    @NotNull
    @JsonProperty
    private String zmsAuthKey = "";

    @NotNull
    @JsonProperty
    private String grafanaUser = "admin";

    @NotNull
    @JsonProperty
    private String grafanaPassword = "";

    @Valid
    @NotNull
    @JsonProperty
    private StaffSettings staff;

    @Valid
    @NotNull
    @JsonProperty
    private OidcSettings oidc;

    KafkaSettings kafka() {
        return kafka;
    }

    /** The pool of the api, which reads and writes. */
    DataSourceFactory database() {
        return database;
    }

    /** Who owns the schema. */
    MigrationSettings migration() {
        return migration;
    }

    /** The pool of the board, which sees released figures only. Without a user of its own it has the api's. */
    DataSourceFactory reader() {
        if (reader.getUser() == null || reader.getUser().isEmpty()) {
            reader.setUser(database.getUser());
            reader.setPassword(database.getPassword());
        }
        return reader;
    }

    /** How often the registry is read anew: how long a new or revoked device takes to be known. Default 10 s. */
    Duration registryRefresh() {
        return registryRefresh;
    }

    /** How much opening time of an office may pass without a visit until its feed is called silent. Default 2 h. */
    Duration feedSilence() {
        return feedSilence;
    }

    /** What tablets may and get. */
    DeviceSettings devices() {
        return devices;
    }

    /** How long cells and figures are kept. */
    RetentionSettings retention() {
        return retention;
    }

    /** How the staff signs in. */
    StaffSettings staff() {
        return staff;
    }

    /** The identity provider of the staff. */
    OidcSettings oidc() {
        return oidc;
    }

    /** File with the settings of a ZMS to read; empty if there is none. */
    String zms() {
        return zms;
    }

    /** Key for ZMS; from the environment, never logged. */
    String zmsAuthKey() {
        return zmsAuthKey;
    }

    /** Administrator of Grafana, for the command {@code grafana} only. */
    String grafanaUser() {
        return grafanaUser;
    }

    /** Password of Grafana's administrator; from the environment, never logged. */
    String grafanaPassword() {
        return grafanaPassword;
    }

    /** How long the release rests between two runs. Default 500 ms. */
    Duration releasePause() {
        return releasePause;
    }
}
