-- Adding up the cells of one office must not read those of all others.
CREATE INDEX rating_cell_overall ON cell.rating_cell (office_id) WHERE question_id = 'overall';

-- Set when the cells are built anew: how many records of each partition have to be in the books before figures are
-- released again.
CREATE TABLE account.rebuild (
    kind      text   NOT NULL CHECK (kind IN ('rating', 'visit')),
    partition int    NOT NULL,
    records   bigint NOT NULL,
    PRIMARY KEY (kind, partition)
);
