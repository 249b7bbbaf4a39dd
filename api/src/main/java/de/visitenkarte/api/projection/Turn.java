package de.visitenkarte.api.projection;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one instance at a time project; the others stand by. Saves them work in vain, and is no protection: that is the
 * check of the offsets. The turn is a lock of a database session, so it ends with whoever has it. Not for use by several
 * threads.
 */
public final class Turn implements AutoCloseable {

    private final Jdbi jdbi;
    private @Nullable Handle session;

    public Turn(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Returns whether it is this instance's turn.
     *
     * @throws JdbiException if the database is away
     */
    public boolean take() {
        Handle open = session;
        if (open != null) {
            try {
                open.execute("SELECT 1");
                return true;
            } catch (JdbiException e) {
                close();
                throw e;
            }
        }
        return tryToLock(jdbi.open());
    }

    private boolean tryToLock(Handle handle) {
        boolean locked = false;
        try {
            locked = handle.createQuery("SELECT pg_try_advisory_lock(hashtext('projection'))")
                    .mapTo(Boolean.class)
                    .one();
            return locked;
        } finally {
            if (locked) {
                session = handle;
            } else {
                handle.close();
            }
        }
    }

    /** Gives the turn to whoever asks next. */
    @Override
    public void close() {
        Handle open = session;
        session = null;
        if (open == null) {
            return;
        }
        // The session goes back to the pool: it must not keep the lock.
        try (open) {
            open.execute("SELECT pg_advisory_unlock(hashtext('projection'))");
        } catch (JdbiException e) {
            // The session is broken, and its lock gone with it.
        }
    }
}
