package de.visitenkarte.bench.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Requests of tablets, as bytes that only need their numbers filled in: building JSON would cost the generator what the
 * product should have. The tablets take turns; each rating answers two questions.
 */
public final class RatingPosts implements HttpLoad.Requests {

    private static final int DIGITS = 13;
    private static final Duration BUCKET = Duration.ofMinutes(15);
    private static final int FACES = 5;

    private final Fleet fleet;
    private final int size;
    private final byte[][] templates;
    private final int[][] numbersAt;
    private final int[][] facesAt;
    private final long[] nextNumber;

    /**
     * Makes the requests.
     *
     * @param size ratings per request, 1…500
     * @param lastBucket start of the newest bucket
     * @param buckets over how many buckets back from there the ratings are spread
     */
    public RatingPosts(Fleet fleet, int size, Instant lastBucket, int buckets) {
        this.fleet = fleet;
        this.size = size;
        this.templates = new byte[fleet.devices()][];
        this.numbersAt = new int[fleet.devices()][size];
        this.facesAt = new int[fleet.devices()][size];
        this.nextNumber = new long[fleet.devices()];
        // Numbers must be new in every run; 13 digits until the year 2286.
        long first = System.currentTimeMillis();
        for (int device = 0; device < fleet.devices(); device++) {
            nextNumber[device] = first;
            templates[device] = template(device, lastBucket, buckets);
        }
    }

    @Override
    public ByteBuffer request(long index) {
        int device = (int) (index % fleet.devices());
        byte[] request = templates[device].clone();
        for (int item = 0; item < size; item++) {
            long number = nextNumber[device]++;
            for (int at = numbersAt[device][item] + DIGITS - 1; at >= numbersAt[device][item]; at--) {
                request[at] = (byte) ('0' + number % 10);
                number /= 10;
            }
            request[facesAt[device][item]] = (byte) ('1' + (index + item) % FACES);
        }
        return ByteBuffer.wrap(request);
    }

    private byte[] template(int device, Instant lastBucket, int buckets) {
        StringBuilder body = new StringBuilder("{\"ratings\":[");
        for (int item = 0; item < size; item++) {
            Instant ratedAt = lastBucket.minus(BUCKET.multipliedBy((device + item) % buckets));
            body.append(item == 0 ? "" : ",").append("{\"sequenceNumber\":");
            numbersAt[device][item] = body.length();
            body.append("0".repeat(DIGITS)).append(",\"instrumentVersion\":1,\"language\":\"de\",\"ratedAt\":\"");
            body.append(ratedAt).append("\",\"answers\":{\"overall\":");
            facesAt[device][item] = body.length();
            body.append("0,\"waiting\":3}}");
        }
        body.append("]}");
        String head =
                "POST /v1/ratings HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + fleet.token(device) + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        for (int item = 0; item < size; item++) {
            numbersAt[device][item] += head.length();
            facesAt[device][item] += head.length();
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body.toString().getBytes(StandardCharsets.US_ASCII));
        return request.toByteArray();
    }
}
