package de.visitenkarte.bench.load;

/** The names of the figures that an item adds to. A figure is one number in a private cell. */
public final class Figures {

    private Figures() {}

    /** Returns how often a value was given to a question in an area and quarter hour. */
    public static String answer(String area, long bucketStart, String question, int value) {
        return "answer " + area + " " + bucketStart + " " + question + " " + value;
    }

    /** Returns how many visits an office had in a quarter hour. */
    public static String visits(String office, long bucketStart, boolean withAppointment) {
        return "visits " + office + " " + bucketStart + " " + withAppointment;
    }

    /** Returns how many seconds the visitors of an office waited in a quarter hour, all together. */
    public static String waitSeconds(String office, long bucketStart, boolean withAppointment) {
        return "waitSeconds " + office + " " + bucketStart + " " + withAppointment;
    }
}
