-- Published sets of questions. A change is a new version; a question that changes its meaning gets a new name.
CREATE TABLE registry.instrument (
    instrument_version int  PRIMARY KEY,
    published_on       date NOT NULL
);

CREATE TABLE registry.question (
    instrument_version int  NOT NULL REFERENCES registry.instrument,
    question_id        text NOT NULL,
    -- 5: faces from very bad to very good; 3: no, partly, yes
    highest_value      int  NOT NULL CHECK (highest_value IN (3, 5)),
    PRIMARY KEY (instrument_version, question_id)
);

INSERT INTO registry.instrument (instrument_version, published_on)
VALUES (1, DATE '2024-01-01');

INSERT INTO registry.question (instrument_version, question_id, highest_value)
VALUES (1, 'overall', 5),
       (1, 'waiting', 5),
       (1, 'friendly', 3),
       (1, 'respect', 3),
       (1, 'clarity', 3),
       (1, 'language', 3),
       (1, 'done', 3),
       (1, 'nextSteps', 3),
       (1, 'welcome', 3);
