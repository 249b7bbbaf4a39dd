package de.visitenkarte.standalone;

import de.visitenkarte.standalone.machine.DataDirectory;
import de.visitenkarte.standalone.machine.StartFailure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole Visitenkarte in this process. Everything ends with {@link #close()}, in reverse order of the start. */
public final class Standalone implements AutoCloseable {

    private final Parts parts;
    private final Path data;
    private final Addresses addresses;
    private final Database database;
    private final String kafka;
    private final List<SignIn> signIns;
    private final @Nullable String trialDeviceToken;

    Standalone(
            Parts parts,
            Path data,
            Addresses addresses,
            Database database,
            String kafka,
            List<SignIn> signIns,
            @Nullable String trialDeviceToken) {
        this.parts = parts;
        this.data = data;
        this.addresses = addresses;
        this.database = database;
        this.kafka = kafka;
        this.signIns = signIns;
        this.trialDeviceToken = trialDeviceToken;
    }

    /**
     * The product's database, as its owner reaches it.
     *
     * @param url JDBC address
     */
    public record Database(String url, String user, String password) {}

    /**
     * Returns an instance whose applications are ready. In demo mode its history is complete and visitors come live.
     *
     * @throws StartFailure if it cannot run here; nothing is left running then
     * @throws InterruptedException if the start is no longer wanted; nothing is left running then
     */
    public static Standalone start(Options options, StartListener listener) throws InterruptedException {
        return start(DataDirectory.open(options.data(), options.fresh()), options, listener);
    }

    /** Does the same in a directory that is open already, and closes it at the end. */
    static Standalone start(DataDirectory directory, Options options, StartListener listener)
            throws InterruptedException {
        Parts parts = new Parts();
        parts.add(directory);
        boolean started = false;
        try {
            Standalone standalone = new Start(parts, directory, options, listener).run();
            started = true;
            return standalone;
        } finally {
            if (!started) {
                parts.close();
            }
        }
    }

    /** Returns the directory that keeps everything. */
    public Path data() {
        return data;
    }

    /** Returns where the applications listen. */
    public Addresses addresses() {
        return addresses;
    }

    /** Returns the database. */
    public Database database() {
        return database;
    }

    /** Returns the address of Kafka for clients. */
    public String kafka() {
        return kafka;
    }

    /** Returns with what the staff can sign in for the first time: of the accounts that this start made or renewed. */
    public List<SignIn> signIns() {
        return signIns;
    }

    /** Returns the token of the device that a person may try in the browser; null without the demo. */
    public @Nullable String trialDeviceToken() {
        return trialDeviceToken;
    }

    @Override
    public void close() {
        parts.close();
    }
}
