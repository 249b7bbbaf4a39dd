package de.visitenkarte.standalone.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * One request to the API: events of one device, or of one integration and office.
 *
 * @param sender the id of the device or integration
 * @param firstNumber sequence number of the first event; the others follow without gaps
 * @param size number of events, within the limit of the API
 * @param body JSON; the same events always give the same text
 */
record Batch(Kind kind, String sender, long firstNumber, int size, String body) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int INSTRUMENT_VERSION = 1;

    enum Kind {
        RATINGS("/v1/ratings", 500),
        VISITS("/v1/visits", 1000);

        private final String path;
        private final int limit;

        Kind(String path, int limit) {
            this.path = path;
            this.limit = limit;
        }

        String path() {
            return path;
        }

        /** Returns how many events the API takes in one request. */
        int limit() {
            return limit;
        }
    }

    @FunctionalInterface
    private interface EventWriter<T> {
        void write(JsonGenerator json, T event) throws IOException;
    }

    static Batch ofRatings(String deviceId, List<Numbered<Rating>> ratings) {
        return of(Kind.RATINGS, "ratings", deviceId, ratings, Batch::write);
    }

    static Batch ofVisits(String integrationId, String officeId, List<Numbered<Visit>> visits) {
        return of(Kind.VISITS, "visits", integrationId, visits, (json, visit) -> write(json, officeId, visit));
    }

    private static <T> Batch of(
            Kind kind, String field, String sender, List<Numbered<T>> events, EventWriter<T> writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart(field);
            for (Numbered<T> numbered : events) {
                json.writeStartObject();
                json.writeNumberField("sequenceNumber", numbered.number());
                writer.write(json, numbered.event());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Batch(kind, sender, events.get(0).number(), events.size(), text.toString());
    }

    private static void write(JsonGenerator json, Rating rating) throws IOException {
        json.writeNumberField("instrumentVersion", INSTRUMENT_VERSION);
        json.writeStringField("language", rating.language());
        json.writeStringField("ratedAt", rating.ratedAt().toString());
        json.writeObjectFieldStart("answers");
        for (Map.Entry<String, Integer> answer : rating.answers().entrySet()) {
            json.writeNumberField(answer.getKey(), answer.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String officeId, Visit visit) throws IOException {
        json.writeStringField("officeId", officeId);
        json.writeStringField("arrivedAt", visit.arrivedAt().toString());
        json.writeStringField("calledAt", visit.calledAt().toString());
        json.writeStringField("finishedAt", visit.finishedAt().toString());
        json.writeBooleanField("withAppointment", visit.withAppointment());
    }
}
