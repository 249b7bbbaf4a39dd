package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Demos that play to fake APIs at a time of their own. */
final class DemoStage implements AutoCloseable {

    static final ProgressListener SILENT = (task, done, total) -> {};

    /** A Sunday morning: only Musterstadt is open. */
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final Path data;
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<Runnable> closings = new ArrayList<>();
    private volatile Instant now = START;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    /** Musterstadt, because it is open on Sundays, and a small one beside it. */
    private List<Authority> authorities = only("musterstadt", "modellmoor");

    /** @param data where demos keep their files */
    DemoStage(Path data) {
        this.data = data;
    }

    private static List<Authority> only(String... ids) {
        return Authorities.list().stream()
                .filter(authority -> List.of(ids).contains(authority.id()))
                .toList();
    }

    void playAll() {
        authorities = Authorities.list();
    }

    void playOnly(String authority) {
        authorities = only(authority);
    }

    Instant now() {
        return now;
    }

    /** Lets time pass; it stands still otherwise. */
    void advance(Duration by) {
        now = now.plus(by);
    }

    /** Returns how long the demos paused, each time; nobody really waits. */
    List<Duration> pauses() {
        return pauses;
    }

    Demo demo() {
        return demo(pauses::add);
    }

    Demo demo(Pause pause) {
        return open(data, pause);
    }

    /** Returns a demo with files of its own. */
    Demo demoIn(String directory) {
        return open(data.resolve(directory), pauses::add);
    }

    private Demo open(Path directory, Pause pause) {
        Demo demo = Demo.prepare(directory, clock, pause, authorities);
        closings.add(demo::close);
        return demo;
    }

    FakeApi fakeApi(Demo demo) throws IOException {
        FakeApi api = new FakeApi(demo.registryFile());
        closings.add(api::close);
        return api;
    }

    static void assertAllArrivedExactlyOnce(FakeApi api, Demo demo) {
        Ledger ledger = Ledger.read(demo.ledgerDirectory());
        assertThat(api.offences()).isEmpty();
        assertThat(api.answers()).isEqualTo(ledger.answers());
        assertThat(api.waits()).isEqualTo(ledger.waits());
        assertThat(demo.unexpectedVerdicts()).isZero();
    }

    @Override
    public void close() {
        Collections.reverse(closings);
        closings.forEach(Runnable::run);
    }
}
