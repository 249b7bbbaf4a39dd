package de.visitenkarte.api.rating;

import de.visitenkarte.api.examples.Examples;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rating that can be accepted; a test changes what it is about. */
record RatingItemBuilder(
        long sequenceNumber,
        int instrumentVersion,
        @Nullable String language,
        @Nullable Instant ratedAt,
        @Nullable Map<String, Integer> answers) {

    static RatingItemBuilder aRating() {
        return new RatingItemBuilder(1, 1, "ar", Examples.NOW, Map.of("overall", 4));
    }

    RatingItemBuilder numbered(long number) {
        return new RatingItemBuilder(number, instrumentVersion, language, ratedAt, answers);
    }

    RatingItemBuilder ofInstrument(int version) {
        return new RatingItemBuilder(sequenceNumber, version, language, ratedAt, answers);
    }

    RatingItemBuilder in(@Nullable String tag) {
        return new RatingItemBuilder(sequenceNumber, instrumentVersion, tag, ratedAt, answers);
    }

    RatingItemBuilder at(@Nullable Instant time) {
        return new RatingItemBuilder(sequenceNumber, instrumentVersion, language, time, answers);
    }

    RatingItemBuilder answering(@Nullable Map<String, Integer> values) {
        return new RatingItemBuilder(sequenceNumber, instrumentVersion, language, ratedAt, values);
    }

    RatingItem build() {
        return new RatingItem(sequenceNumber, instrumentVersion, language, ratedAt, answers);
    }
}
