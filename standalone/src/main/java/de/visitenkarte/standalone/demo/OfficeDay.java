package de.visitenkarte.standalone.demo;

import java.util.List;

/**
 * All that one office reports of one local day, whether its time has come or not.
 *
 * @param visits numbered per office, ascending by the end of the visit
 * @param ratings numbered per device, ascending by time
 */
record OfficeDay(Authority authority, Office office, List<Numbered<Visit>> visits, List<Numbered<Rating>> ratings) {}
