-- Who of the staff may sign in, and who has. Of a password only a slow hash is kept, of a session's token only its SHA-256.
CREATE SCHEMA staff;

CREATE TABLE staff.account (
    account_id    text PRIMARY KEY,
    -- a local account has a login and a password, one of the identity provider an issuer and a subject
    login         text UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
    password_hash text,
    one_time      boolean     NOT NULL DEFAULT false,
    issuer        text,
    subject       text,
    display_name  text        NOT NULL CHECK (display_name <> ''),
    role          text        NOT NULL CHECK (role IN ('manager', 'ministry', 'operator')),
    authority_id  text REFERENCES registry.authority,
    created_at    timestamptz NOT NULL,
    disabled_at   timestamptz,
    UNIQUE (issuer, subject),
    CHECK ((role = 'manager') = (authority_id IS NOT NULL)),
    CHECK ((login IS NULL) = (password_hash IS NULL)),
    CHECK ((issuer IS NULL) = (subject IS NULL)),
    CHECK ((login IS NULL) <> (issuer IS NULL))
);

CREATE TABLE staff.session (
    token_sha256     bytea PRIMARY KEY CHECK (length(token_sha256) = 32),
    account_id       text        NOT NULL REFERENCES staff.account,
    created_at       timestamptz NOT NULL,
    last_seen_at     timestamptz NOT NULL,
    -- the session at the identity provider, by which it can end ours
    provider_session text
);

CREATE INDEX session_account ON staff.session (account_id);

-- A sign-in that was sent to the identity provider and has not come back; each can come back once.
CREATE TABLE staff.departure (
    secret_sha256 bytea PRIMARY KEY CHECK (length(secret_sha256) = 32),
    next          text        NOT NULL,
    created_at    timestamptz NOT NULL
);
