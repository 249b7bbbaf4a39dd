package de.visitenkarte.api.oidc;

/** Thrown when what came back from the provider proves nothing, or gives no right to anything here. */
public final class NotIdentified extends Exception {

    private static final long serialVersionUID = 1;

    /** Why, as far as it may be told. */
    public enum Reason {

        /** The provider said so: the person broke off, or may not use this application. */
        REFUSED_BY_PROVIDER,

        /** The answer does not belong to a sign-in of this browser, or was used before, or its time is over. */
        NOT_EXPECTED,

        /** The ID token is not valid. */
        NOT_VALID,

        /** None of the roles, or more than one. */
        NO_ROLE,

        /** The account was disabled here. */
        DISABLED,

        /** A manager without an authority, or of one that is not in the registry. */
        NO_AUTHORITY
    }

    private final Reason reason;

    public NotIdentified(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public NotIdentified(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }
}
