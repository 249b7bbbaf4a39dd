package de.visitenkarte.bench.plain;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes the ratings of one request in one statement, which is one transaction. */
final class PlainWriter {

    private final DataSource pool;
    private final String statement;

    /** @param statement one of {@link PlainTables} */
    PlainWriter(DataSource pool, String statement) {
        this.pool = pool;
        this.statement = statement;
    }

    void write(List<byte[]> events) throws SQLException {
        List<Rating> ratings = events.stream().map(PlainWriter::rating).toList();
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(statement)) {
            bind(insert, 1, "text", ratings, Rating::getDeviceId);
            bind(insert, 2, "bigint", ratings, Rating::getSequenceNumber);
            bind(insert, 3, "bigint", ratings, Rating::getBodyHash);
            bind(insert, 4, "text", ratings, Rating::getOfficeId);
            bind(insert, 5, "text", ratings, Rating::getAreaId);
            bind(
                    insert,
                    6,
                    "text",
                    ratings,
                    rating -> Instant.ofEpochSecond(rating.getBucketStart()).toString());
            bind(insert, 7, "int", ratings, rating -> answer(rating, "overall"));
            bind(insert, 8, "int", ratings, rating -> answer(rating, "waiting"));
            insert.executeUpdate();
        }
    }

    private static void bind(
            PreparedStatement insert,
            int parameter,
            String type,
            List<Rating> ratings,
            Function<Rating, @Nullable Object> column)
            throws SQLException {
        insert.setArray(
                parameter,
                insert.getConnection()
                        .createArrayOf(type, ratings.stream().map(column).toArray()));
    }

    private static @Nullable Integer answer(Rating rating, String question) {
        for (Answer answer : rating.getAnswersList()) {
            if (answer.getQuestionId().equals(question)) {
                return answer.getValue();
            }
        }
        return null;
    }

    private static Rating rating(byte[] event) {
        try {
            return Rating.parseFrom(event);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
