package de.visitenkarte.api.visitfile;

import de.visitenkarte.api.visit.VisitItem;
import java.util.List;

/**
 * What a file says.
 *
 * @param visits those that can be counted, still without a number
 * @param faults all that is wrong, in the order of the lines
 * @param usable whether the headings could be read, so that lines can be told apart from each other at all
 */
public record FileContent(List<Line> visits, List<Fault> faults, boolean usable) {

    /**
     * A visit that can be counted.
     *
     * @param number of the line in the file
     * @param bodyHash of its content as it is counted
     */
    public record Line(int number, String officeId, VisitItem visit, long bodyHash) {}
}
