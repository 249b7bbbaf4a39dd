package de.visitenkarte.api.quarantine;

import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.events.QuarantineMark;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The quarantine as operators see it: what lies in it, one letter in full, and the way out after a fix. */
public final class Quarantine {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Supplier<Producer<String, byte[]>> producers;
    private final PrintStream out;
    private final Duration limit;

    /**
     * @param consumers makes a consumer of committed records
     * @param producers makes a producer that waits for all replicas
     * @param out where everything is printed
     */
    public Quarantine(
            Supplier<Consumer<String, byte[]>> consumers,
            Supplier<Producer<String, byte[]>> producers,
            PrintStream out) {
        this(consumers, producers, out, LIMIT);
    }

    /** @param limit how long reading the letters may take */
    Quarantine(
            Supplier<Consumer<String, byte[]>> consumers,
            Supplier<Producer<String, byte[]>> producers,
            PrintStream out,
            Duration limit) {
        this.consumers = consumers;
        this.producers = producers;
        this.out = out;
        this.limit = limit;
    }

    /**
     * Prints what lies in quarantine.
     *
     * @param maximum of lines; the newest letters are printed
     */
    public void list(LetterFilter filter, int maximum) {
        List<Letter> letters =
                read(id -> false).stream().filter(filter::matches).toList();
        if (letters.isEmpty()) {
            out.println(
                    filter.isAny()
                            ? "Nothing lies in quarantine: whatever was accepted is counted."
                            : "No letter in quarantine matches.");
        } else {
            LetterList.print(letters, maximum, out);
        }
    }

    /**
     * Prints everything about one letter.
     *
     * @param withBytes whether to print the whole refused record in hexadecimal, too
     */
    public void show(String id, boolean withBytes) {
        Letter letter = read(id::equals).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new QuarantineException("No letter " + id + " lies in quarantine: see list."));
        LetterText.print(letter, withBytes, out);
    }

    /**
     * Replays all letters that match and can be replayed, and says which cannot. Those of revoked tablets only if that reason was
     * asked for: no fix makes them countable, but someone who knows why the tablet was revoked.
     */
    public void replayAll(LetterFilter filter) {
        List<Letter> matching =
                read(id -> true).stream().filter(filter::matches).toList();
        List<Letter> chosen = matching.stream()
                .filter(letter -> filter.reason() != null || !isOfRevokedDevice(letter))
                .toList();
        matching.stream()
                .filter(letter -> !chosen.contains(letter))
                .forEach(letter -> print(letter, "stays: say --reason \"revoked device\", or name it"));
        replay(chosen);
    }

    private static boolean isOfRevokedDevice(Letter letter) {
        return letter.content().getReason().equals(QuarantineMark.REVOKED_DEVICE.text());
    }

    /**
     * Replays letters.
     *
     * @throws QuarantineException if one of them is not there or cannot be replayed; the others have been replayed then
     */
    public void replay(Set<String> ids) {
        List<Letter> letters = read(ids::contains).stream()
                .filter(letter -> ids.contains(letter.id()))
                .toList();
        Set<String> missing = new HashSet<>(ids);
        letters.forEach(letter -> missing.remove(letter.id()));
        missing.forEach(id -> out.println(Letter.printable(id) + ": does not lie in quarantine"));
        int replayed = replay(letters);
        if (replayed < ids.size()) {
            throw new QuarantineException((ids.size() - replayed) + " of " + ids.size() + " were not replayed.");
        }
    }

    private int replay(List<Letter> letters) {
        List<Letter> replayable = new ArrayList<>();
        letters.forEach(letter -> ReplayRule.objectionTo(letter)
                .ifPresentOrElse(objection -> print(letter, objection), () -> replayable.add(letter)));
        if (!replayable.isEmpty()) {
            try (Producer<String, byte[]> producer = producers.get()) {
                new Replayer(new EventPublisher(producer)).replay(replayable);
            }
            replayable.forEach(letter -> print(letter, "replayed"));
        }
        out.println("replayed: " + replayable.size() + ", not replayed: " + (letters.size() - replayable.size()));
        return replayable.size();
    }

    private void print(Letter letter, String what) {
        out.println(Letter.printable(letter.id()) + ": " + what);
    }

    private List<Letter> read(Predicate<String> whole) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            return new LetterReader(consumer, limit).read(whole);
        }
    }
}
