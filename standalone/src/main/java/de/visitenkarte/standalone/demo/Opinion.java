package de.visitenkarte.standalone.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a visitor answers: an ordered logit model. A hidden contentment (office, wait, the visitor's own mood) is cut into
 * the steps of the scale.
 *
 * <p>Calibrated so that 70–90 % answer 4 or 5 (Frankfurt's immigration office in 2021: 82–87 %). That longer waits make
 * less content is well known; by how much, and everything about the other questions, is invented.
 */
final class Opinion {

    private static final double NORMAL_WAIT_MINUTES = 30;
    private static final double PER_MINUTE_OF_WAIT = 0.022;

    /** Share that goes on after the faces, and that stops after each further question; invented. */
    private static final double GOES_ON = 0.45;

    private static final double STOPS = 0.15;

    /** Where contentment is cut into the answers 5, 4, 3 and 2; 4 begins at 0, so that the logit of "positive" is readable. */
    private static final double[] FACES = {1.0, 0, -0.9, -1.8};

    /** Where it is cut into yes and partly. */
    private static final double[] YES_PARTLY_NO = {0, -1.1};

    /** How readily the statements are affirmed, as a logit. */
    private static final Map<String, Double> STATEMENTS = inOrder(
            "friendly",
            1.7,
            "respect",
            1.9,
            "clarity",
            1.1,
            "language",
            1.2,
            "done",
            0.9,
            "nextSteps",
            1.0,
            "welcome",
            1.3);

    private Opinion() {}

    /**
     * Returns the hidden contentment of an average visitor of an office after the normal wait.
     *
     * @param satisfaction share that answers 4 or 5, 0…1 exclusive
     */
    static double contentment(double satisfaction) {
        return StrictMath.log(satisfaction / (1 - satisfaction));
    }

    /** Returns the answers by question, in the order in which the tablet asks. */
    static Map<String, Integer> answers(double contentment, Duration waited, String language, Chance chance) {
        double impatience = waited.toSeconds() / 60.0 - NORMAL_WAIT_MINUTES;
        double mood = chance.logistic();
        Map<String, Integer> answers = new LinkedHashMap<>();
        answers.put("overall", step(contentment - PER_MINUTE_OF_WAIT * impatience + mood, FACES));
        if (!chance.happens(GOES_ON)) {
            return answers;
        }
        answers.put("waiting", step(0.8 - 2 * PER_MINUTE_OF_WAIT * impatience + mood / 2 + chance.logistic(), FACES));
        for (Map.Entry<String, Double> statement : STATEMENTS.entrySet()) {
            if (chance.happens(STOPS)) {
                break;
            }
            double affirms = statement.getValue() + contentment / 4 + mood / 2 - hurdle(statement.getKey(), language);
            answers.put(statement.getKey(), step(affirms + chance.logistic(), YES_PARTLY_NO));
        }
        return answers;
    }

    /** Who chose another language than German finds it harder to understand and to be understood; invented. */
    private static double hurdle(String question, String language) {
        boolean aboutLanguage = question.equals("clarity") || question.equals("language");
        return aboutLanguage && !language.equals("de") ? 0.7 : 0;
    }

    private static int step(double contentment, double[] cuts) {
        int value = cuts.length + 1;
        for (double cut : cuts) {
            if (contentment > cut) {
                return value;
            }
            value--;
        }
        return value;
    }

    private static Map<String, Double> inOrder(Object... idsAndValues) {
        Map<String, Double> ordered = new LinkedHashMap<>();
        for (int i = 0; i < idsAndValues.length; i += 2) {
            ordered.put((String) idsAndValues[i], (Double) idsAndValues[i + 1]);
        }
        return ordered;
    }
}
