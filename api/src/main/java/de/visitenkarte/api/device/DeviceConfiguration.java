package de.visitenkarte.api.device;

/**
 * What a tablet shows and asks.
 *
 * @param simulated whether the ratings of this device are invented; then the tablet says so
 * @param instrumentVersion version of the questions to ask
 */
record DeviceConfiguration(
        String authorityName, String officeName, String areaName, boolean simulated, int instrumentVersion) {}
