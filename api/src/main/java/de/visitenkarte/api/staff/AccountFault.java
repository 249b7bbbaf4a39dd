package de.visitenkarte.api.staff;

/** Why something cannot be done to an account. */
public enum AccountFault {
    LOGIN_UNFIT("a login has 2 to 64 small letters, digits and . _ - @, and begins with a letter or digit"),
    LOGIN_TAKEN("there is an account with this login already"),
    NAME_UNFIT("a name has 1 to 100 characters"),
    RIGHTS_MISSING("an account needs a role"),
    AUTHORITY_MISSING("a manager needs the authority that is led"),
    AUTHORITY_UNKNOWN("there is no such authority"),
    AUTHORITY_NOT_WANTED("only a manager has an authority"),
    UNKNOWN("there is no such account"),
    NOT_LOCAL("the account belongs to the identity provider, which decides on its password, name and role"),
    OWN_ACCOUNT("nobody can disable or demote the account they are signed in with"),
    PASSWORD_WRONG("the present password is another one"),
    TOO_MANY_TRIES("there were too many tries"),
    PASSWORD_SHORT("a password has 12 characters or more"),
    PASSWORD_LONG("a password has 200 characters or less"),
    PASSWORD_COMMON("the password is too easy to guess"),
    PASSWORD_SAME("the new password is the present one");

    private final String explanation;

    AccountFault(String explanation) {
        this.explanation = explanation;
    }

    /** Returns one English sentence for whoever works on the command line. */
    public String explanation() {
        return explanation;
    }

    /** Thrown when something cannot be done; nothing was. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final AccountFault fault;

        /** @param fault why */
        public Refused(AccountFault fault) {
            super(fault.explanation());
            this.fault = fault;
        }

        /** Returns why. */
        public AccountFault fault() {
            return fault;
        }
    }
}
