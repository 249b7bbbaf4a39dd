package de.visitenkarte.api.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

class TurnIT {

    private final Jdbi jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
    private final Turn first = new Turn(jdbi);
    private final Turn second = new Turn(jdbi);

    @Test
    void isOneInstancesUntilItGivesItAway() {
        assertThat(first.take()).isTrue();
        assertThat(first.take()).isTrue();
        assertThat(second.take()).isFalse();

        first.close();

        assertThat(second.take()).isTrue();
        assertThat(first.take()).isFalse();
        second.close();
    }

    @Test
    void endsWithItsSession() {
        assertThat(first.take()).isTrue();

        jdbi.useHandle(handle -> handle.execute("""
                SELECT pg_terminate_backend(pid)
                FROM pg_locks
                WHERE locktype = 'advisory'
                  AND pid <> pg_backend_pid()
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """));

        assertThatThrownBy(first::take).isInstanceOf(JdbiException.class);
        await().until(second::take);
        second.close();
    }
}
