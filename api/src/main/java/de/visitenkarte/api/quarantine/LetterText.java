package de.visitenkarte.api.quarantine;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.UnknownFieldSet;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Visit;
import java.io.PrintStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Prints everything about one letter, except what its record says about the office. */
final class LetterText {

    /** What was in a record. */
    private record Content(String text, Set<Integer> unknownFields) {}

    private LetterText() {}

    /** Prints; with the bytes of the refused record if wanted. */
    static void print(Letter letter, boolean withBytes, PrintStream out) {
        DeadLetter content = letter.content();
        out.println("id:      " + Letter.printable(letter.id()));
        out.println("arrived: " + letter.arrivedAt() + " (quarter hour)");
        out.println("reason:  " + Letter.printable(content.getReason()));
        out.println("detail:  " + Letter.printable(content.getDetail()));
        out.println("office:  " + Letter.printable(content.getOfficeId()));
        out.println("source:  " + Letter.printable(content.getSourceId()));
        out.println("key:     " + TextFormat.escapeBytes(content.getKey()));
        out.println("value:   " + content.getValue().size() + " bytes");
        out.println("replay:  " + ReplayRule.objectionTo(letter).orElse("possible"));
        out.println();
        contentOf(content).ifPresentOrElse(read -> print(read, out), () -> HexDump.print(content.getValue(), out));
        if (withBytes) {
            out.println();
            out.println("key as hex:   " + hex(content.getKey()));
            out.println("value as hex: " + hex(content.getValue()));
        }
    }

    private static void print(Content content, PrintStream out) {
        out.print(content.text());
        if (!content.unknownFields().isEmpty()) {
            out.println("# and fields that this version does not know: " + content.unknownFields());
        }
    }

    /** Returns the content if it is of the type of its topic; empty if it is not, or says nothing. */
    private static Optional<Content> contentOf(DeadLetter letter) {
        try {
            if (letter.getTopic().equals(Topics.RATING.name())) {
                Rating rating = Rating.parseFrom(letter.getValue());
                return content(
                        "a rating; answers, language and hash are not shown",
                        rating,
                        rating.toBuilder().clearAnswers().clearLanguage().clearBodyHash());
            }
            if (letter.getTopic().equals(Topics.VISIT.name())) {
                Visit visit = Visit.parseFrom(letter.getValue());
                return content("a visit", visit, visit.toBuilder());
            }
            return Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static Optional<Content> content(String title, Message message, Message.Builder shown) {
        if (message.getAllFields().isEmpty()) {
            return Optional.empty();
        }
        Message known =
                shown.setUnknownFields(UnknownFieldSet.getDefaultInstance()).build();
        return Optional.of(new Content(
                "# " + title + "\n" + TextFormat.printer().printToString(known),
                message.getUnknownFields().asMap().keySet()));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
