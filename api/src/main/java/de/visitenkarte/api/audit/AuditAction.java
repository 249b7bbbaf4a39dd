package de.visitenkarte.api.audit;

import java.util.Locale;

/** What can be done that has to be answered for. */
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    POLICY_CHANGED,
    MEASURE_LOGGED,
    MEASURE_CHANGED,
    MEASURE_WITHDRAWN,
    EXPORTED,
    TABLET_PAIRED,
    TABLET_RENAMED,
    TABLET_REVOKED,
    TABLET_TOKEN_ASKED,
    TABLET_TOKEN_ISSUED,
    RETENTION_RUN,
    GRAFANA_LOGIN_CREATED,
    GRAFANA_LOGIN_LOCKED,
    GRAFANA_LOGIN_UNLOCKED,
    GRAFANA_PASSWORD_ROTATED,
    ACCOUNT_CREATED,
    ACCOUNT_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    PASSWORD_RESET,
    PASSWORD_CHANGED;

    /** Returns the name in the database, e.g. {@code signed-in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
