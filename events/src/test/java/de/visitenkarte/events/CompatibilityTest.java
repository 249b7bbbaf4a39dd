package de.visitenkarte.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two versions may run side by side, in both directions. The descriptions of each released version stand in the corpus as
 * {@code v<N>.desc}; a new one is added with {@code -Dgolden.rewrite=true}, none is ever changed.
 */
class CompatibilityTest {

    private static final Path CURRENT = CorpusTest.CORPUS.resolve("v1.desc");

    /** A description of an old version, by the name of its file. */
    record Version(String name, FileDescriptorSet files) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Version> versions() throws IOException {
        if (Boolean.getBoolean("golden.rewrite") && !Files.exists(CURRENT)) {
            Files.write(CURRENT, Descriptors.today().toByteArray());
        }
        List<Version> versions = new ArrayList<>();
        try (Stream<Path> files = Files.list(CorpusTest.CORPUS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".desc"))
                    .sorted()
                    .toList()) {
                versions.add(new Version(
                        file.getFileName().toString(), FileDescriptorSet.parseFrom(Files.readAllBytes(file))));
            }
        }
        return versions;
    }

    @Test
    void theFirstVersionIsKept() throws IOException {
        assertThat(versions()).extracting(Version::name).contains("v1.desc");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void noFieldChangesItsMeaningAndNoNumberIsUsedAgain(Version old) {
        Map<String, String> meanings = meanings(old.files());
        Map<String, String> today = meanings(Descriptors.today());

        assertThat(meanings)
                .hasSizeGreaterThan(50)
                .allSatisfy((place, meaning) -> assertThat(today.get(place))
                        .as("%s of %s: a field that is not needed any more becomes reserved", place, old)
                        .isIn(meaning, "reserved"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void oldCodeReadsWhatTodaysWritesAndLosesNothing(Version old) throws InvalidProtocolBufferException {
        Map<String, Descriptor> oldMessages = Descriptors.messages(old.files());
        for (Message type : Samples.TYPES.values()) {
            DynamicMessage written = Descriptors.filled(type.getDescriptorForType());
            Descriptor oldType = Objects.requireNonNull(
                    oldMessages.get(type.getDescriptorForType().getName()));

            DynamicMessage read = DynamicMessage.parseFrom(oldType, written.toByteString());

            assertThat(values(read))
                    .as(old + " reads all that it knows")
                    .isEqualTo(values(Descriptors.filled(oldType)));
            assertThat(type.getParserForType().parseFrom(read.toByteString()))
                    .isEqualTo(type.getParserForType().parseFrom(written.toByteString()));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void todaysCodeReadsWhatOldCodeWrites(Version old) throws InvalidProtocolBufferException {
        Map<String, Descriptor> oldMessages = Descriptors.messages(old.files());
        for (Message type : Samples.TYPES.values()) {
            Descriptor oldType = Objects.requireNonNull(
                    oldMessages.get(type.getDescriptorForType().getName()));
            DynamicMessage written = Descriptors.filled(oldType);

            Message read = type.getParserForType().parseFrom(written.toByteString());

            assertThat(read.getUnknownFields().asMap()).isEmpty();
            assertThat(DynamicMessage.parseFrom(oldType, read.toByteString())).isEqualTo(written);
        }
    }

    @Test
    void todaysCodePassesOnWhatANewerVersionAdds() throws InvalidProtocolBufferException {
        Map<String, Descriptor> newer = Descriptors.messages(Descriptors.newerThan(Descriptors.today()));
        for (Message type : Samples.TYPES.values()) {
            DynamicMessage written = Descriptors.filled(
                    Objects.requireNonNull(newer.get(type.getDescriptorForType().getName())));

            Message read = type.getParserForType().parseFrom(written.toByteString());

            assertThat(read.getUnknownFields().asMap()).containsOnlyKeys(Descriptors.NEW_FIELD);
            assertThat(DynamicMessage.parseFrom(written.getDescriptorForType(), read.toByteString()))
                    .isEqualTo(written);
        }
    }

    @Test
    void todaysCodePassesOnAValueThatANewerVersionAddsToAnEnum() throws InvalidProtocolBufferException {
        BandCells written = BandCells.newBuilder().setBandValue(99).build();

        assertThat(BandCells.parseFrom(written.toByteString()).getBandValue()).isEqualTo(99);
    }

    /** What each number of each message and enum means: everything that the bytes depend on. */
    private static Map<String, String> meanings(FileDescriptorSet version) {
        Map<String, String> meanings = new TreeMap<>();
        version.getFileList().forEach(file -> {
            file.getMessageTypeList().forEach(message -> addMeanings(meanings, message));
            file.getEnumTypeList()
                    .forEach(type -> type.getValueList().forEach(value -> addMeaning(meanings, type.getName(), value)));
        });
        return meanings;
    }

    private static void addMeanings(Map<String, String> meanings, DescriptorProto message) {
        for (FieldDescriptorProto field : message.getFieldList()) {
            meanings.put(
                    message.getName() + "." + field.getNumber(),
                    String.join(
                            " ",
                            field.getLabel().name(),
                            field.getType().name(),
                            field.getTypeName(),
                            field.getName(),
                            field.getProto3Optional() ? "optional" : "always"));
        }
        message.getReservedRangeList().forEach(range -> {
            for (int number = range.getStart(); number < range.getEnd(); number++) {
                meanings.put(message.getName() + "." + number, "reserved");
            }
        });
        message.getEnumTypeList()
                .forEach(type -> type.getValueList()
                        .forEach(value -> addMeaning(meanings, message.getName() + "." + type.getName(), value)));
    }

    private static void addMeaning(Map<String, String> meanings, String type, EnumValueDescriptorProto value) {
        meanings.put(type + "." + value.getNumber(), value.getName());
    }

    /** The known values by number: two descriptions of the same field are not equal. */
    private static Map<Integer, Object> values(Message message) {
        return message.getAllFields().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getNumber(), entry -> plain(entry.getValue())));
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(CompatibilityTest::plain).toList();
        }
        if (value instanceof Message message) {
            return values(message);
        }
        return value instanceof EnumValueDescriptor constant ? constant.getNumber() : value;
    }
}
