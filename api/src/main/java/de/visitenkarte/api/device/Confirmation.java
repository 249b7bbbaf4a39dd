package de.visitenkarte.api.device;

import java.time.Duration;

/** What became of a code that a manager typed. */
public sealed interface Confirmation {

    /** The tablet is paired and fetches its token within seconds. */
    record Paired(String tabletId) implements Confirmation {}

    /** The code was refused for good: the tablet says so and shows a new one. */
    record Denied() implements Confirmation {}

    /** Nobody waits with this code: mistyped, older than ten minutes, or used. */
    record UnknownCode() implements Confirmation {}

    /** Too many unknown codes from this account; nothing was looked up. */
    record TooManyTries(Duration retryAfter) implements Confirmation {}
}
