package de.visitenkarte.api.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
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
            throw new IllegalArgumentException("The registry file cannot be read: " + e.getOriginalMessage(), e);
        }
        String faults = Stream.concat(
                        validator.validate(file).stream().map(RegistryReader::describe), unknownTimeZones(file))
                .sorted()
                .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("The registry file is not acceptable: " + faults);
        }
        return file;
    }

    private static String describe(ConstraintViolation<RegistryFile> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
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
