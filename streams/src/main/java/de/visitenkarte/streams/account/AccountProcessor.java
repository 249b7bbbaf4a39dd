package de.visitenkarte.streams.account;

import de.visitenkarte.events.Account;
import de.visitenkarte.streams.pace.OncePerPeriod;
import de.visitenkarte.streams.pace.RecentValues;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Books entries and, twice a second, passes on the accounts that changed. What was booked and not passed on when the
 * process died is passed on by the next one: it begins with all accounts.
 */
public final class AccountProcessor extends ContextualProcessor<byte[], Entry, String, Account> {

    /** How old the books may be that others see. */
    public static final Duration PERIOD = Duration.ofMillis(500);

    /** Accounts kept as objects, of each partition: 0.5 MB at most. */
    private static final int RECENT_ACCOUNTS = 1000;

    private final String storeName;
    private final Account.Kind kind;
    private final Set<String> changed = new LinkedHashSet<>();
    private RecentValues<Account> accounts;
    private OncePerPeriod passingOn;
    private long latestTimestamp;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    private AccountProcessor(String storeName, Account.Kind kind) {
        this.storeName = storeName;
        this.kind = kind;
    }

    /**
     * Returns the supplier of the processor together with its store.
     *
     * @param storeName name of the store, and so of its changelog; never change it
     */
    public static ProcessorSupplier<byte[], Entry, String, Account> supplier(
            String storeName, Account.Kind kind, Serde<Account> serde) {
        return new ProcessorSupplier<>() {
            @Override
            public AccountProcessor get() {
                return new AccountProcessor(storeName, kind);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(storeName), Serdes.String(), serde)
                                .withCachingEnabled());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Account> context) {
        super.init(context);
        KeyValueStore<String, Account> store = context.getStateStore(storeName);
        accounts = new RecentValues<>(store, RECENT_ACCOUNTS);
        passingOn = new OncePerPeriod(context, PERIOD, this::passOn);
        changed.clear();
        try (KeyValueIterator<String, Account> all = store.all()) {
            all.forEachRemaining(account -> change(account.key));
        }
    }

    @Override
    public void process(Record<byte[], Entry> record) {
        Origin origin = record.value().origin();
        String key = origin.accountKey();
        Account before = accounts.get(key);
        accounts.put(
                key,
                record.value()
                        .bookTo(
                                before == null
                                        ? origin.open(kind, context().taskId().partition())
                                        : before));
        change(key);
        latestTimestamp = Math.max(latestTimestamp, record.timestamp());
    }

    private void change(String key) {
        changed.add(key);
        passingOn.request();
    }

    private void passOn() {
        for (String key : changed) {
            Account account = accounts.get(key);
            if (account != null) {
                context().forward(new Record<>(keyOf(account), account, latestTimestamp));
            }
        }
        changed.clear();
    }

    @Override
    public void close() {
        passingOn.cancel();
    }

    /** Returns {@code kind/partition/office/source}. */
    private static String keyOf(Account account) {
        return String.join(
                "/",
                account.getKind().name(),
                Integer.toString(account.getPartition()),
                account.getOfficeId(),
                account.getSourceId());
    }
}
