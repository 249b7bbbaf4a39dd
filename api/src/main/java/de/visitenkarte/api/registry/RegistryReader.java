package de.visitenkarte.api.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and checks a {@link RegistryFile}. */
public final class RegistryReader {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final Validator validator;

    public RegistryReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if the content is not acceptable, saying where and why
     */
    public RegistryFile read(Path path) throws IOException {
        RegistryFile file;
        try {
            file = YAML.readValue(path.toFile(), RegistryFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The registry file cannot be read" + placeOf(e) + ": " + reasonOf(e), e);
        }
        refuse(validator.validate(file).stream().map(RegistryReader::describe));
        // Only now is everything there that a time zone is asked of.
        refuse(unknownTimeZones(file));
        refuse(repeated("id", ids(file)));
        refuse(repeated("token", tokens(file)));
        return file;
    }

    private static void refuse(Stream<String> faults) {
        String all = faults.sorted().collect(Collectors.joining("; "));
        if (!all.isEmpty()) {
            throw new IllegalArgumentException("The registry file is not acceptable: " + all);
        }
    }

    private static String reasonOf(JsonProcessingException fault) {
        return fault instanceof UnrecognizedPropertyException ? "this field is not known" : fault.getOriginalMessage();
    }

    /** A line only where the text is no YAML: Jackson reports others after it has read on. */
    private static String placeOf(JsonProcessingException fault) {
        if (fault instanceof JsonMappingException mapping) {
            StringBuilder path = new StringBuilder();
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
            return path.isEmpty() ? "" : " at " + path;
        }
        return fault.getLocation() == null
                ? ""
                : " at line " + fault.getLocation().getLineNr();
    }

    private static String describe(ConstraintViolation<RegistryFile> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "") + " " + violation.getMessage();
    }

    private static Stream<String> repeated(String what, Stream<String> values) {
        Set<String> seen = new HashSet<>();
        return values.filter(value -> !seen.add(value))
                .map(value -> "the " + what + " " + value + " stands there twice");
    }

    /** With the kind in front: an authority may be called like its office. */
    private static Stream<String> ids(RegistryFile file) {
        return file.authorities().stream()
                .flatMap(authority -> Stream.of(
                                Stream.of("authority " + authority.id()),
                                authority.offices().stream().map(office -> "office " + office.id()),
                                areas(authority).map(area -> "area " + area.id()),
                                devices(authority).map(device -> "device " + device.id()),
                                integrations(authority).map(integration -> "integration " + integration.id()))
                        .flatMap(ids -> ids));
    }

    private static Stream<String> tokens(RegistryFile file) {
        return Stream.concat(
                file.authorities().stream().flatMap(RegistryReader::devices).map(RegistryFile.DeviceEntry::tokenSha256),
                file.authorities().stream()
                        .flatMap(RegistryReader::integrations)
                        .map(RegistryFile.IntegrationEntry::tokenSha256));
    }

    private static Stream<RegistryFile.AreaEntry> areas(RegistryFile.AuthorityEntry authority) {
        return authority.offices().stream().flatMap(office -> office.areas().stream());
    }

    private static Stream<RegistryFile.DeviceEntry> devices(RegistryFile.AuthorityEntry authority) {
        return areas(authority)
                .flatMap(area -> Stream.ofNullable(area.devices()).flatMap(List::stream));
    }

    private static Stream<RegistryFile.IntegrationEntry> integrations(RegistryFile.AuthorityEntry authority) {
        return Stream.ofNullable(authority.integrations()).flatMap(List::stream);
    }

    private static Stream<String> unknownTimeZones(RegistryFile file) {
        return file.authorities().stream()
                .flatMap(authority -> authority.offices().stream())
                .map(RegistryFile.OfficeEntry::timeZone)
                .filter(zone -> !isTimeZone(zone))
                .map(zone -> "there is no time zone " + zone);
    }

    private static boolean isTimeZone(String zone) {
        try {
            return ZoneId.of(zone).getId().contains("/");
        } catch (DateTimeException e) {
            return false;
        }
    }
}
