-- The numbers of the release gate since the ministry first asked for more than the built-in floor (ReleasePolicy). The newest
-- row is in force.
CREATE TABLE release.policy (
    number             int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    valid_from         timestamptz NOT NULL,
    account_id         text NOT NULL,
    block_size         int  NOT NULL CHECK (block_size >= 5),
    share_minimum      int  NOT NULL CHECK (share_minimum >= 10),
    extremes_minimum   int  NOT NULL CHECK (extremes_minimum >= 30),
    comparison_minimum int  NOT NULL CHECK (comparison_minimum >= 100),
    CHECK (share_minimum >= block_size)
);
