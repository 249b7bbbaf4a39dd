package de.visitenkarte.streams.counting;

import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import de.visitenkarte.events.Rating;
import de.visitenkarte.streams.account.Origin;
import de.visitenkarte.streams.quarantine.Reason;
import de.visitenkarte.streams.quarantine.Verdict;
import de.visitenkarte.streams.rating.RatingCounting;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private static final byte[] KEY = OFFICE.getBytes(StandardCharsets.UTF_8);

    @Test
    void passesAnAcceptableEvent() {
        Rating rating = aRating().build();
        assertThat(read(KEY, rating.toByteArray())).isEqualTo(new Verdict.Passed<>(rating, 0));
    }

    @Test
    void passesAnEventOfANewerVersionWithFieldsItDoesNotKnow() {
        UnknownFieldSet.Field field =
                UnknownFieldSet.Field.newBuilder().addVarint(7).build();
        Rating newer = aRating()
                .setUnknownFields(
                        UnknownFieldSet.newBuilder().addField(99, field).build())
                .build();
        assertThat(read(KEY, newer.toByteArray())).isEqualTo(new Verdict.Passed<>(newer, 0));
    }

    @Test
    void refusesAnEventOfUnreasonableSize() {
        byte[] large =
                aRating().setLanguage("x".repeat(EventReader.MAX_BYTES)).build().toByteArray();
        assertThat(read(KEY, large))
                .isEqualTo(new Verdict.Refused<>(
                        Origin.ofKey(KEY),
                        Reason.NOT_ACCEPTABLE,
                        "The event has more than 16384 bytes",
                        ByteString.copyFrom(large)));
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] bytes = aRating().setLanguage("ar").build().toByteArray();
        int language = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("ar", bytes.length - 20);
        bytes[language] = (byte) 0xff;
        assertThat(read(KEY, bytes))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE));
    }

    @Property(tries = 2000)
    void hasAnAnswerToAnyBytes(@ForAll byte[] key, @ForAll byte[] value) {
        assertThat(read(key, value)).isNotNull();
    }

    @Property(tries = 2000)
    void hasAnAnswerToAnyDamage(@ForAll Random random, @ForAll @IntRange(min = 1, max = 10) int damages) {
        byte[] bytes = aRating().build().toByteArray();
        for (int i = 0; i < damages; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        assertThat(read(KEY, bytes)).isNotNull();
    }

    private static Verdict<Rating> read(byte @Nullable [] key, byte @Nullable [] value) {
        return EventReader.read(RatingCounting.INSTANCE, key, value);
    }
}
