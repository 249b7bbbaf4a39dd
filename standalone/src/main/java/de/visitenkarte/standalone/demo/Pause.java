package de.visitenkarte.standalone.demo;

import java.time.Duration;

/** Lets time pass. Tests need not wait for it. */
@FunctionalInterface
interface Pause {

    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void pause(Duration duration) throws InterruptedException;
}
