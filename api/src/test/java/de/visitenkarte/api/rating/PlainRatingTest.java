package de.visitenkarte.api.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way reads the same as Jackson, or leaves it to Jackson. */
class PlainRatingTest {

    private static final String USUAL = "{'sequenceNumber': 7, 'instrumentVersion': 1, 'language': 'ar',"
            + " 'ratedAt': '2026-11-23T10:15:59.123Z', 'answers': {'overall': 4, 'waiting': 2}}";

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T10:15:59.123Z",
                "2026-11-23T10:15:59Z",
                "2024-02-29T23:59:59.999Z",
                "1969-12-31T00:00:00.000Z"
            })
    void readsWhatJacksonReads(String ratedAt) throws JsonProcessingException {
        JsonNode node = json(USUAL.replace("2026-11-23T10:15:59.123Z", ratedAt));

        assertThat(PlainRating.read(node)).isEqualTo(mapper.treeToValue(node, RatingItem.class));
    }

    @Test
    void readsNumbersOfAnySize() throws JsonProcessingException {
        JsonNode node = json(USUAL.replace("'sequenceNumber': 7", "'sequenceNumber': 9223372036854775807"));

        assertThat(PlainRating.read(node)).isEqualTo(mapper.treeToValue(node, RatingItem.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T10:15:59.123Z",
                "2026-11-23T24:00:00.000Z",
                "2026-11-23T10:15:60Z",
                "2026-11-23T10:15:59.1Z",
                "2026-11-23T10:15:59.123+",
                "2026-11-23T10:15:59.12xZ",
                "xxxx-11-23T10:15:59Z",
                "2026-1x-23T10:15:59Z",
                "2026/11/23T10:15:59Z",
                "2026-11-23T11:15:59+01:00",
                "yesterday",
                ""
            })
    void leavesOtherTimesToJackson(String ratedAt) throws JsonProcessingException {
        assertThat(PlainRating.read(json(USUAL.replace("2026-11-23T10:15:59.123Z", ratedAt))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{'sequenceNumber': 7.0, 'instrumentVersion': 1, 'language': 'ar', 'ratedAt': '2026-11-23T10:15:59Z', 'answers': {}}",
                "{'sequenceNumber': 7, 'instrumentVersion': '1', 'language': 'ar', 'ratedAt': '2026-11-23T10:15:59Z', 'answers': {}}",
                "{'sequenceNumber': 7, 'instrumentVersion': 1, 'language': null, 'ratedAt': '2026-11-23T10:15:59Z', 'answers': {}}",
                "{'sequenceNumber': 7, 'instrumentVersion': 1, 'language': 'ar', 'ratedAt': 1763805600, 'answers': {}}",
                "{'sequenceNumber': 7, 'instrumentVersion': 1, 'language': 'ar', 'ratedAt': '2026-11-23T10:15:59Z', 'answers': []}",
                "{'sequenceNumber': 7, 'instrumentVersion': 1, 'language': 'ar', 'ratedAt': '2026-11-23T10:15:59Z', 'answers': {'overall': null}}",
                "{'sequenceNumber': 7, 'instrumentVersion': 1, 'language': 'ar', 'ratedAt': '2026-11-23T10:15:59Z', 'answers': {'overall': 4.5}}",
                "{'sequenceNumber': 7, 'instrumentVersion': 1, 'language': 'ar', 'ratedAt': '2026-11-23T10:15:59Z', 'answers': {}, 'clerk': 3}",
                "{'sequenceNumber': 7, 'instrumentVersion': 1, 'language': 'ar', 'clerk': 3, 'answers': {}}"
            })
    void leavesWhatIsUnusualToJackson(String text) throws JsonProcessingException {
        assertThat(PlainRating.read(json(text))).isNull();
    }

    private JsonNode json(String text) throws JsonProcessingException {
        return mapper.readTree(text.replace('\'', '"'));
    }
}
