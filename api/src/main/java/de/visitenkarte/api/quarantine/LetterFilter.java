package de.visitenkarte.api.quarantine;

import org.jspecify.annotations.Nullable;

/**
 * Which letters a command is about.
 *
 * @param reason as it stands in the letter, in upper or lower case; null for any
 * @param officeId as it stands in the letter; null for any
 */
public record LetterFilter(
        @Nullable String reason, @Nullable String officeId) {

    boolean isAny() {
        return reason == null && officeId == null;
    }

    boolean matches(Letter letter) {
        return (reason == null || reason.equalsIgnoreCase(letter.content().getReason()))
                && (officeId == null || officeId.equals(letter.content().getOfficeId()));
    }
}
