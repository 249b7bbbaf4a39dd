package de.visitenkarte.events;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in the corpus, by {@code <message>/<version>-<what>}. To be added to, never to be changed: files that exist
 * are not written again.
 */
final class Samples {

    /** One of each message that is written to a topic. */
    static final Map<String, Message> TYPES = Map.of(
            "rating", Rating.getDefaultInstance(),
            "visit", Visit.getDefaultInstance(),
            "rating-cells", RatingCells.getDefaultInstance(),
            "wait-cells", WaitCells.getDefaultInstance(),
            "band-cells", BandCells.getDefaultInstance(),
            "account", Account.getDefaultInstance(),
            "dead-letter", DeadLetter.getDefaultInstance());

    private static final long BUCKET = 1_795_429_800L;
    private static final String OFFICE = "musterstadt-mitte";

    private Samples() {}

    static Map<String, Message> all() {
        Map<String, Message> all = new TreeMap<>();
        all.put("rating/v1-full", rating().build());
        all.put("rating/v1-clock-replaced", rating().setClockReplaced(true).build());
        all.put(
                "rating/v1-extremes",
                rating().setSequenceNumber(Long.MAX_VALUE).setBodyHash(-1).build());
        all.put("visit/v1-full", visit().setLeadDays(21).build());
        all.put("visit/v1-lead-of-no-days", visit().setLeadDays(0).build());
        all.put(
                "visit/v1-without-appointment",
                visit().setWithAppointment(false).setWaitSeconds(0).build());
        all.put("rating-cells/v1-full", ratingCells());
        all.put("wait-cells/v1-full", waitCells());
        all.put("band-cells/v1-full", bandCells());
        all.put("account/v1-full", account().build());
        all.put(
                "account/v1-of-nobody",
                account().clearAuthorityId().clearOfficeId().clearSourceId().build());
        all.put("dead-letter/v1-full", deadLetter().build());
        all.put(
                "dead-letter/v1-empty-record",
                deadLetter().clearKey().clearValue().build());
        return all;
    }

    private static Rating.Builder rating() {
        return Rating.newBuilder()
                .setDeviceId("musterstadt-mitte-aufenthalt-1")
                .setSequenceNumber(4711)
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setAreaId("musterstadt-mitte-aufenthalt")
                .setBucketStart(BUCKET)
                .setInstrumentVersion(1)
                .addAnswers(Answer.newBuilder().setQuestionId("overall").setValue(4))
                .addAnswers(Answer.newBuilder().setQuestionId("respect").setValue(3))
                .setLanguage("zh-Hans-CN")
                .setBodyHash(0x1234_5678_9abc_def0L);
    }

    private static Visit.Builder visit() {
        return Visit.newBuilder()
                .setIntegrationId("musterstadt-aufruf")
                .setSequenceNumber(815)
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBucketStart(BUCKET)
                .setWithAppointment(true)
                .setWaitSeconds(720)
                .setBodyHash(0x0fed_cba9_8765_4321L);
    }

    private static Message ratingCells() {
        return RatingCells.newBuilder()
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBucketStart(BUCKET)
                .addCells(RatingCell.newBuilder()
                        .setAreaId("musterstadt-mitte-aufenthalt")
                        .setInstrumentVersion(1)
                        .setQuestionId("overall")
                        .addAllCounts(List.of(0L, 1L, 127L, 128L, Long.MAX_VALUE)))
                .build();
    }

    private static Message waitCells() {
        return WaitCells.newBuilder()
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBucketStart(BUCKET)
                .addCells(WaitCell.newBuilder()
                        .setVisits(2)
                        .setWaitSecondsSum(1500)
                        .addAllHistogram(Collections.nCopies(WaitBins.COUNT, 0L))
                        .setHistogram(WaitBins.binOf(750), 2))
                .addCells(WaitCell.newBuilder()
                        .setWithAppointment(true)
                        .setVisits(1)
                        .setWaitSecondsSum(60)
                        .addAllHistogram(Collections.nCopies(WaitBins.COUNT, 0L))
                        .setHistogram(WaitBins.binOf(60), 1)
                        .setLeadDaysSum(21)
                        .addAllLeadHistogram(Collections.nCopies(LeadBins.COUNT, 0L))
                        .setLeadHistogram(LeadBins.binOf(21), 1))
                .build();
    }

    private static Message bandCells() {
        return BandCells.newBuilder()
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBand(WaitBand.OVER_60_MINUTES)
                .setHourStart(BUCKET - BUCKET % 3600)
                .addCells(BandCell.newBuilder()
                        .setQuestionId("overall")
                        .addCounts(0)
                        .addCounts(3))
                .build();
    }

    private static Account.Builder account() {
        return Account.newBuilder()
                .setKind(Account.Kind.VISIT)
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setSourceId("musterstadt-aufruf")
                .setAccepted(12)
                .setCounted(10)
                .setQuarantined(2)
                .setDuplicates(3)
                .setSequenceNumbers(11)
                .setHighestSequenceNumber(14)
                .setReplays(1)
                .setPartition(3);
    }

    private static DeadLetter.Builder deadLetter() {
        return DeadLetter.newBuilder()
                .setTopic("visitenkarte.rating.v1")
                .setPartition(3)
                .setOffset(17)
                .setReason("unreadable")
                .setDetail("Not a rating: Protocol message end-group tag did not match expected tag.")
                .setKey(ByteString.copyFromUtf8(OFFICE))
                .setValue(ByteString.copyFrom(new byte[] {(byte) 0xff, 0, 1, '"'}))
                .setOfficeId(OFFICE)
                .setSourceId("musterstadt-mitte-aufenthalt-1");
    }
}
