package de.visitenkarte.api.viewer;

import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How the database learns for whom the board reads. */
public interface ViewerDao {

    /** Returns the keys; only the api's own login may. */
    @SqlQuery("SELECT inner_key, outer_key FROM access.seal")
    @RegisterConstructorMapper(Seal.class)
    Seal getSeal();

    /** Names the viewer until the transaction ends. */
    @SqlQuery("SELECT set_config('visitenkarte.viewer', :sealed, true) IS NOT NULL")
    boolean readAs(@Bind("sealed") String sealed);
}
