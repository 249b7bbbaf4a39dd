package de.visitenkarte.events;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.Map;
import java.util.TreeMap;

/** Descriptions of all messages in one version, and messages made from them. */
final class Descriptors {

    /** A field that no version has. */
    static final int NEW_FIELD = 15_000;

    private Descriptors() {}

    /** Returns the descriptions that the generated code was made from. */
    static FileDescriptorSet today() {
        Map<String, FileDescriptorProto> files = new TreeMap<>();
        Samples.TYPES.values().forEach(message -> {
            FileDescriptor file = message.getDescriptorForType().getFile();
            files.put(file.getName(), file.toProto());
        });
        return FileDescriptorSet.newBuilder().addAllFile(files.values()).build();
    }

    /** Returns the descriptions of a version in which every message has one more field. */
    static FileDescriptorSet newerThan(FileDescriptorSet version) {
        FileDescriptorSet.Builder newer = version.toBuilder();
        newer.getFileBuilderList()
                .forEach(file -> file.getMessageTypeBuilderList().forEach(Descriptors::addField));
        return newer.build();
    }

    private static void addField(DescriptorProto.Builder message) {
        message.addField(FieldDescriptorProto.newBuilder()
                .setName("of_a_newer_version")
                .setNumber(NEW_FIELD)
                .setType(FieldDescriptorProto.Type.TYPE_STRING)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL));
    }

    /** Returns all messages of a version by their name. */
    static Map<String, Descriptor> messages(FileDescriptorSet version) {
        Map<String, Descriptor> messages = new TreeMap<>();
        version.getFileList().forEach(file -> {
            try {
                FileDescriptor.buildFrom(file, new FileDescriptor[0])
                        .getMessageTypes()
                        .forEach(message -> messages.put(message.getName(), message));
            } catch (DescriptorValidationException e) {
                throw new IllegalStateException(e);
            }
        });
        return messages;
    }

    /** Returns a message in which every field is set to something that is not its default. */
    static DynamicMessage filled(Descriptor type) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            if (field.isRepeated()) {
                message.addRepeatedField(field, value(field, 1));
                message.addRepeatedField(field, value(field, 2));
            } else {
                message.setField(field, value(field, 1));
            }
        }
        return message.build();
    }

    private static Object value(FieldDescriptor field, int variant) {
        int number = 1000 * field.getNumber() + variant;
        return switch (field.getJavaType()) {
            case INT -> number;
            case LONG -> (long) number << 32;
            case FLOAT -> (float) number;
            case DOUBLE -> (double) number;
            case BOOLEAN -> true;
            case STRING -> "text " + number;
            case BYTE_STRING -> ByteString.copyFromUtf8("bytes " + number);
            case ENUM -> field.getEnumType().getValues().get(variant);
            case MESSAGE -> filled(field.getMessageType());
        };
    }
}
