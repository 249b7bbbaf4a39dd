package de.visitenkarte.api.console;

import de.visitenkarte.api.measure.FieldOfAction;
import de.visitenkarte.api.measure.MeasureDraft;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed about a measure, and what is wrong with it. */
record MeasureForm(String startsOn, String endsOn, String field, String title, String text) {

    static final MeasureForm EMPTY = new MeasureForm("", "", "", "", "");

    private static final String DAY_UNFIT = "Bitte geben Sie ein Datum ab 2010 an, zum Beispiel 01.03.2026.";

    static MeasureForm of(MeasureDraft draft) {
        return new MeasureForm(
                draft.startsOn().toString(),
                Objects.toString(draft.endsOn(), ""),
                draft.field().code(),
                draft.title(),
                draft.text());
    }

    /** Returns what can be logged; empty if something is wrong. */
    Optional<MeasureDraft> draft() {
        Optional<LocalDate> start = Typed.date(startsOn);
        Optional<FieldOfAction> known = FieldOfAction.find(field);
        return isWrong() || start.isEmpty() || known.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeasureDraft(
                        known.get(),
                        title,
                        text,
                        start.get(),
                        Typed.date(endsOn).orElse(null)));
    }

    boolean isWrong() {
        return startError() != null
                || endError() != null
                || fieldError() != null
                || titleError() != null
                || textError() != null;
    }

    @Nullable
    String startError() {
        return isDay(startsOn) ? null : DAY_UNFIT;
    }

    @Nullable
    String endError() {
        if (endsOn.isEmpty()) {
            return null;
        }
        if (!isDay(endsOn)) {
            return DAY_UNFIT;
        }
        LocalDate end = Typed.date(endsOn).orElseThrow();
        boolean reversed = Typed.date(startsOn).filter(end::isBefore).isPresent();
        return reversed ? "Das Ende liegt vor dem Beginn." : null;
    }

    @Nullable
    String fieldError() {
        return FieldOfAction.find(field).isPresent() ? null : "Bitte wählen Sie ein Handlungsfeld.";
    }

    @Nullable
    String titleError() {
        return MeasureDraft.isTitle(title)
                ? null
                : "Bitte geben Sie einen Titel mit höchstens " + MeasureDraft.LONGEST_TITLE + " Zeichen an.";
    }

    @Nullable
    String textError() {
        int tooMany = text.length() - MeasureDraft.LONGEST_TEXT;
        return tooMany <= 0
                ? null
                : "Der Text ist um " + tooMany + " Zeichen zu lang: höchstens " + MeasureDraft.LONGEST_TEXT + ".";
    }

    private static boolean isDay(String typed) {
        return Typed.date(typed).filter(MeasureDraft::isDay).isPresent();
    }
}
