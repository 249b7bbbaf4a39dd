package de.visitenkarte.streams.deduplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenPageTest {

    @Property
    void findsWhatWasNotedAndNothingElse(
            @ForAll @Size(max = SeenPage.SLOTS) Map<@IntRange(max = SeenPage.SLOTS - 1) Integer, Integer> noted) {
        SeenPage page = pageOf(noted, List.copyOf(noted.keySet()));

        SeenPage read = noted.isEmpty() ? page : SeenPage.fromBytes(page.toBytes());

        for (int slot = 0; slot < SeenPage.SLOTS; slot++) {
            Integer hash = noted.get(slot);
            assertThat(read.find(slot)).isEqualTo(hash == null ? OptionalInt.empty() : OptionalInt.of(hash));
        }
    }

    @Property
    void hasTheSameBytesInWhateverOrderItWasFilled(
            @ForAll @Size(min = 1, max = SeenPage.SLOTS)
                    Map<@IntRange(max = SeenPage.SLOTS - 1) Integer, Integer> noted,
            @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(noted.keySet());
        Collections.shuffle(shuffled, random);

        assertThat(pageOf(noted, shuffled).toBytes())
                .isEqualTo(pageOf(noted, List.copyOf(noted.keySet())).toBytes());
    }

    @Test
    void needsFourBytesForEachNumberAndEightForThePage() {
        SeenPage page = SeenPage.EMPTY;
        for (int slot = 0; slot < SeenPage.SLOTS; slot++) {
            page = page.with(slot, slot);
        }
        assertThat(page.toBytes()).hasSize(264);
        assertThat(SeenPage.EMPTY.with(63, 1).toBytes()).hasSize(12);
    }

    @Test
    void keepsTheFirstBody() {
        SeenPage page = SeenPage.EMPTY.with(7, 1);
        assertThatIllegalStateException().isThrownBy(() -> page.with(7, 2));
    }

    @Test
    void refusesBytesThatAreNoPage() {
        assertThatIllegalArgumentException().isThrownBy(() -> SeenPage.fromBytes(new byte[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> SeenPage.fromBytes(new byte[8]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeenPage.fromBytes(new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0}));
    }

    private static SeenPage pageOf(Map<Integer, Integer> noted, List<Integer> order) {
        SeenPage page = SeenPage.EMPTY;
        for (int slot : order) {
            page = page.with(slot, noted.getOrDefault(slot, 0));
        }
        return page;
    }
}
