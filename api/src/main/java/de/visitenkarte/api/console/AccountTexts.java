package de.visitenkarte.api.console;

import de.visitenkarte.api.staff.AccountFault;

/** What is wrong with an account or a password, in German. */
final class AccountTexts {

    static final String NOT_REPEATED = "Die beiden Eingaben sind verschieden.";

    private AccountTexts() {}

    static String of(AccountFault fault) {
        return switch (fault) {
            case LOGIN_UNFIT ->
                "2 bis 64 Kleinbuchstaben, Ziffern und die Zeichen . _ - @, am Anfang ein Buchstabe oder eine Ziffer.";
            case LOGIN_TAKEN -> "Dieser Anmeldename ist schon vergeben.";
            case NAME_UNFIT -> "Bitte geben Sie einen Namen mit höchstens 100 Zeichen an.";
            case RIGHTS_MISSING -> "Bitte wählen Sie eine Rolle.";
            case AUTHORITY_MISSING -> "Bitte wählen Sie die Behörde, die geleitet wird.";
            case AUTHORITY_UNKNOWN -> "Diese Behörde gibt es nicht.";
            case AUTHORITY_NOT_WANTED -> "Nur eine Behördenleitung gehört zu einer Behörde.";
            case UNKNOWN -> "Dieses Konto gibt es nicht mehr.";
            case NOT_LOCAL -> "Dieses Konto wird beim Identitätsanbieter verwaltet.";
            case OWN_ACCOUNT -> "Das eigene Konto lässt sich so nicht ändern.";
            case PASSWORD_WRONG -> "Das bisherige Passwort stimmt nicht.";
            case TOO_MANY_TRIES -> "Zu viele Versuche. Bitte warten Sie eine Minute.";
            case PASSWORD_SHORT -> "Das Passwort ist zu kurz: Es braucht mindestens 12 Zeichen.";
            case PASSWORD_LONG -> "Das Passwort ist zu lang: höchstens 200 Zeichen.";
            case PASSWORD_COMMON -> "Dieses Passwort ist leicht zu erraten. Nehmen Sie mehrere Wörter.";
            case PASSWORD_SAME -> "Das ist das bisherige Passwort. Bitte wählen Sie ein anderes.";
        };
    }
}
