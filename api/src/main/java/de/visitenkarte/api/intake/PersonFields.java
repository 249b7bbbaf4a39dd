package de.visitenkarte.api.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recognises fields for a clerk, a desk, a ticket or a person, however a queue system spells them. Nothing of that kind
 * exists in this product (DESIGN, section 3), so a sender hears that it is unwanted, not merely unknown.
 *
 * <p>Only for names that are not known otherwise: {@code sequenceNumber} is fine where it is expected.
 */
public final class PersonFields {

    /** Say so wherever they stand in a name. */
    private static final Set<String> STEMS = Set.of(
            // who works there
            "clerk",
            "employee",
            "operator",
            "agent",
            "staff",
            "sachbearbeit",
            "mitarbeit",
            "bearbeiter",
            "bediener",
            "benutzer",
            "personal",
            // where
            "desk",
            "counter",
            "workstation",
            "workplace",
            "schalter",
            "arbeitsplatz",
            "zimmer",
            // the ticket
            "ticket",
            "queuenumber",
            "queueno",
            "callnumber",
            "wartenummer",
            "wartenr",
            "aufrufnummer",
            "aufrufnr",
            "vorgangsnummer",
            "vorgangsnr",
            "processid",
            "processnumber",
            "appointmentid",
            "bookingid",
            "terminid",
            "terminnummer",
            "aktenzeichen",
            // the visitor
            "firstname",
            "lastname",
            "familyname",
            "surname",
            "fullname",
            "customer",
            "client",
            "citizen",
            "vorname",
            "nachname",
            "kunde",
            "buerger",
            "phone",
            "telefon",
            "handy",
            "mail",
            "birth",
            "geburt",
            "passport",
            "address",
            "anschrift");

    /** Say so only as a whole word, or as a whole name. */
    private static final Set<String> WORDS = Set.of(
            "user",
            "officer",
            "username",
            "name",
            "window",
            "room",
            "raum",
            "seat",
            "platz",
            "number",
            "nummer",
            "no",
            "nr",
            "token",
            "mobile",
            "note",
            "remark",
            "comment",
            "bemerkung");

    private PersonFields() {}

    /** Returns whether a name is one of those; capitals, umlauts, blanks, hyphens and underscores make no difference. */
    public static boolean isOne(String name) {
        String[] words = wordsOf(name);
        String whole = String.join("", words);
        return STEMS.stream().anyMatch(whole::contains)
                || Stream.concat(Stream.of(words), Stream.of(whole)).anyMatch(WORDS::contains);
    }

    /**
     * Returns whether any member of an item, however deep, has such a name.
     *
     * @param expected names that are fine
     */
    static boolean anyIn(JsonNode item, Set<String> expected) {
        return item.propertyStream().map(Map.Entry::getKey).anyMatch(name -> !expected.contains(name) && isOne(name))
                || item.valueStream().filter(JsonNode::isContainerNode).anyMatch(child -> anyIn(child, expected));
    }

    private static String[] wordsOf(String name) {
        String plain = name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .split(" ", -1);
    }
}
