package de.visitenkarte.api.export;

import de.visitenkarte.api.export.ExportDao.Head;
import de.visitenkarte.api.export.ExportDao.LeadRow;
import de.visitenkarte.api.export.ExportDao.RatingRow;
import de.visitenkarte.api.export.ExportDao.WaitRow;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures as rows of a file, in German; the order is that of {@link Column}. */
final class Rows {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Rows() {}

    static @Nullable Object[] of(RatingRow row) {
        return after(
                row.head(),
                row.questionId(),
                row.answers(),
                row.count1(),
                row.count2(),
                row.count3(),
                row.count4(),
                row.count5(),
                row.positive(),
                row.sharePositive(),
                bound(row.shareBound()),
                row.shareLow(),
                row.shareHigh(),
                row.mean());
    }

    static @Nullable Object[] of(WaitRow row) {
        return after(
                row.head(),
                appointment(row.appointment()),
                row.visits(),
                row.medianMinutes(),
                row.p90Minutes(),
                row.share15(),
                row.share30(),
                row.correctedOn());
    }

    static @Nullable Object[] of(LeadRow row) {
        return after(row.head(), row.visits(), row.medianDays(), row.p90Days(), row.shareUnder14(), row.shareUnder28());
    }

    private static @Nullable Object[] after(Head head, @Nullable Object... numbers) {
        @Nullable
        Object[] first = {
            scope(head.scopeKind()),
            head.authority(),
            head.office(),
            head.simulated(),
            period(head.periodKind()),
            head.periodStart(),
            head.periodEnd().minusDays(1),
            head.state().equals("released") ? "freigegeben" : "zurückgehalten",
            reason(head.reason()),
            head.releasedAt().atZone(ZONE).toLocalDate()
        };
        return Stream.concat(Arrays.stream(first), Arrays.stream(numbers)).toArray();
    }

    private static String scope(String kind) {
        return switch (kind) {
            case "office" -> "standort";
            case "authority" -> "behoerde";
            case "pilots" -> "pilotbehoerden";
            case "comparison" -> "vergleichsgruppe";
            default -> kind;
        };
    }

    private static String period(String kind) {
        return switch (kind) {
            case "day" -> "tag";
            case "week" -> "woche";
            case "month" -> "monat";
            case "quarter" -> "quartal";
            default -> kind;
        };
    }

    private static @Nullable String reason(@Nullable String reason) {
        return reason == null
                ? null
                : switch (reason) {
                    case "too-few-answers" -> "zu wenige";
                    case "too-few-for-a-share" -> "zu wenige für einen Anteil";
                    default -> reason;
                };
    }

    private static @Nullable String bound(@Nullable String bound) {
        return bound == null
                ? null
                : switch (bound) {
                    case "at-least" -> "mindestens";
                    case "at-most" -> "höchstens";
                    default -> bound;
                };
    }

    private static String appointment(String appointment) {
        return switch (appointment) {
            case "all" -> "alle";
            case "with" -> "mit";
            case "without" -> "ohne";
            default -> appointment;
        };
    }
}
