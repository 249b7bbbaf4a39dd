package de.visitenkarte.api.viewer;

import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The views of the schema {@code dash}, with what one viewer sees in them. Whoever forgets to name a viewer gets no rows; whoever
 * could send SQL of their own through this connection could name another one, but not seal it.
 */
public final class ReleasedReader {

    private final Jdbi board;
    private final Jdbi api;
    private volatile @Nullable Seal seal;

    /**
     * Reads nothing yet.
     *
     * @param board connections that can see {@code dash} and nothing else
     * @param api the api's own connections, for the keys of the seal
     */
    public ReleasedReader(Jdbi board, Jdbi api) {
        this.board = board;
        this.api = api;
    }

    /**
     * Returns what the viewer gets to know.
     *
     * @param dao has the questions; what it is attached to ends with this call
     */
    public <D, T> T read(Viewer viewer, Class<D> dao, Function<D, T> question) {
        String sealed = seal().put(viewer);
        return board.inTransaction(handle -> {
            handle.attach(ViewerDao.class).readAs(sealed);
            return question.apply(handle.attach(dao));
        });
    }

    private Seal seal() {
        Seal known = seal;
        if (known == null) {
            known = api.withExtension(ViewerDao.class, ViewerDao::getSeal);
            seal = known;
        }
        return known;
    }
}
