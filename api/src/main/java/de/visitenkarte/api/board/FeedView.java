package de.visitenkarte.api.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the visits of an office come from. Public, because JDBI cannot make it otherwise.
 *
 * @param state "ok", "silent", "never" or "none"
 * @param silentSince end of the quarter hour of the last visit; null unless it is silent
 */
public record FeedView(
        String officeId,
        String officeName,
        String state,
        @Nullable Instant silentSince) {}
