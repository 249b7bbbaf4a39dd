package de.visitenkarte.api.projection;

import com.google.protobuf.MessageLite;
import de.visitenkarte.events.Account;
import de.visitenkarte.events.BandCell;
import de.visitenkarte.events.BandCells;
import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.WaitBand;
import de.visitenkarte.events.WaitBins;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.events.WaitCells;
import java.time.Instant;
import java.util.Collections;

/** Records of topics as streams writes them, all of one office. */
final class CellMessages {

    static final String OFFICE = "musterstadt-mitte";
    static final Instant BUCKET = Instant.parse("2026-11-23T10:15:00Z");

    /** The hour of a band. */
    static final long HOUR = 3600L * 480_000;

    private CellMessages() {}

    static byte[] ratings(Instant bucket, long... counts) {
        RatingCell.Builder cell = RatingCell.newBuilder()
                .setAreaId("aufenthalt")
                .setInstrumentVersion(1)
                .setQuestionId("overall");
        for (long count : counts) {
            cell.addCounts(count);
        }
        return bytes(RatingCells.newBuilder()
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBucketStart(bucket.getEpochSecond())
                .addCells(cell)
                .build());
    }

    /** So many visits of seven and a half minutes. */
    static byte[] waits(int visits) {
        WaitCell.Builder cell = WaitCell.newBuilder()
                .setWithAppointment(true)
                .setVisits(visits)
                .setWaitSecondsSum(450L * visits)
                .setLeadDaysSum(30)
                .addAllLeadHistogram(Collections.nCopies(LeadBins.COUNT, 0L));
        for (int bin = 0; bin < WaitBins.COUNT; bin++) {
            cell.addHistogram(bin == WaitBins.binOf(450) ? visits : 0);
        }
        return bytes(WaitCells.newBuilder()
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBucketStart(BUCKET.getEpochSecond())
                .addCells(cell)
                .build());
    }

    static byte[] band(Object... questionsAndCounts) {
        BandCells.Builder band = BandCells.newBuilder()
                .setOfficeId(OFFICE)
                .setBand(WaitBand.OVER_60_MINUTES)
                .setHourStart(HOUR);
        for (int i = 0; i < questionsAndCounts.length; i += 2) {
            band.addCells(BandCell.newBuilder()
                    .setQuestionId((String) questionsAndCounts[i])
                    .addCounts((Integer) questionsAndCounts[i + 1]));
        }
        return bytes(band.build());
    }

    static byte[] account(long accepted) {
        return bytes(Account.newBuilder()
                .setKind(Account.Kind.RATING)
                .setOfficeId(OFFICE)
                .setAccepted(accepted)
                .setHighestSequenceNumber(7)
                .build());
    }

    private static byte[] bytes(MessageLite message) {
        return message.toByteArray();
    }
}
