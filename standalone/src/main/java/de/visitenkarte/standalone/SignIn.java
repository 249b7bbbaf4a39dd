package de.visitenkarte.standalone;

/**
 * With what a member of the staff can sign in once, to choose a password of their own.
 *
 * @param password one-time password; known to this start only
 */
public record SignIn(String login, String password) {}
