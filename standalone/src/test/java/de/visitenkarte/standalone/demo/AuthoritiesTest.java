package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.standalone.demo.Authority.Kind;
import de.visitenkarte.standalone.demo.Authority.PilotRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuthoritiesTest {

    /** Words that say "not real" in a German ear; no town or district of Germany carries one. */
    private static final String INVENTED =
            ".*(Muster|Beispiel|Modell|Fantasie|Vorlage|Platzhalter|Entwurf|Nirgend|Irgend|Skizze|Schablone|Attrappe|Erfunden).*";

    private final List<Authority> authorities = Authorities.list();

    @Test
    void hasTheShapeOfTheRealPilot() {
        assertThat(authorities).hasSize(22);
        assertThat(authorities.stream().filter(a -> a.pilotRole() == PilotRole.PILOT))
                .hasSize(9)
                .filteredOn(authority -> authority.kind() == Kind.CITY)
                .hasSize(3);
        assertThat(authorities.stream().filter(a -> a.pilotRole() == PilotRole.COMPARISON))
                .hasSize(13);
    }

    @Test
    void hasNamesThatNobodyTakesForReal() {
        assertThat(authorities)
                .extracting(Authority::name)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches(INVENTED));
        assertThat(authorities)
                .allSatisfy(authority -> assertThat(authority.name().startsWith("Landkreis "))
                        .isEqualTo(authority.kind() == Kind.DISTRICT));
        assertThat(offices()).extracting(Office::name).doesNotHaveDuplicates().allMatch(n -> n.matches(INVENTED));
    }

    @Test
    void hasIdsThatTheRegistryTakes() {
        List<String> ids =
                new ArrayList<>(authorities.stream().map(Authority::id).toList());
        offices().forEach(office -> {
            ids.add(office.id());
            office.areas().forEach(area -> ids.add(area.id()));
        });

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
    }

    @Test
    void hasOfficesOfEverySize() {
        assertThat(authorities).allSatisfy(a -> assertThat(a.offices()).hasSizeBetween(1, 2));
        assertThat(offices()).allSatisfy(office -> assertThat(office.areas()).hasSizeBetween(1, 3));
        assertThat(offices().mapToInt(Office::visitsPerDay).min()).hasValue(40);
        assertThat(offices().mapToInt(Office::visitsPerDay).max()).hasValue(220);
        assertThat(offices().mapToInt(Office::visitsPerDay).average().orElseThrow())
                .isBetween(115.0, 140.0);
    }

    private Stream<Office> offices() {
        return authorities.stream().flatMap(authority -> authority.offices().stream());
    }
}
