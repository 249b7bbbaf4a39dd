package de.visitenkarte.api.device;

/** An area in which a tablet can stand. */
public record AreaChoice(String areaId, String areaName, String officeName) {}
