package de.visitenkarte.api.console;

import org.jspecify.annotations.Nullable;

/**
 * One page. A resource returns it; the frame around it (who is signed in, the navigation, the token for forms) is added on
 * the way out.
 *
 * @param template name of a file in {@code /console/}, without {@code .mustache}
 * @param title for the tab and the heading, in German
 * @param content what the template shows; its components are the names in the template
 * @param shell the frame; null until {@link ShellFilter} has added it
 */
public record ConsolePage(
        String template,
        String title,
        Object content,
        @Nullable Shell shell) {

    /** Returns a page. */
    public static ConsolePage of(String template, String title, Object content) {
        return new ConsolePage(template, title, content, null);
    }

    ConsolePage in(Shell frame) {
        return new ConsolePage(template, title, content, frame);
    }
}
