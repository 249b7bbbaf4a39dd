package de.visitenkarte.api.console;

import de.visitenkarte.api.measure.FieldOfAction;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of action in German. */
final class MeasureTexts {

    private MeasureTexts() {}

    static String of(FieldOfAction field) {
        return switch (field) {
            case PROCESSES -> "Interne Abläufe";
            case NETWORKING -> "Vernetzung";
            case STAFF_DEVELOPMENT -> "Personalentwicklung";
            case SERVICE_ORIENTATION -> "Serviceorientierung";
            case INTERCULTURAL_ORIENTATION -> "Interkulturelle Öffnung";
        };
    }

    static List<Choice.Option> options(@Nullable String chosen) {
        return Arrays.stream(FieldOfAction.values())
                .map(each -> Choice.Option.of(each.code(), of(each), chosen))
                .toList();
    }
}
