package de.visitenkarte.api.staff;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the pages of the console are that signing in needs, and how to lead there. */
public final class Pages {

    /** The first page of the console. */
    public static final String HOME = "/console/";

    /** Where to sign in. */
    public static final String SIGN_IN = "/console/sign-in";

    /** Where to sign out, by a form. */
    public static final String SIGN_OUT = "/console/sign-out";

    /** What follows signing out. */
    public static final String SIGNED_OUT = SIGN_IN + "?done=out";

    /** What follows signing out where the identity provider signed in. */
    public static final String PROVIDER_SIGNED_OUT = "/console/provider/signed-out";

    /** Where the identity provider sends browsers back to. */
    public static final String PROVIDER_RETURN = "/console/provider/return";

    /** Where a one-time password is replaced. */
    public static final String FIRST_PASSWORD = "/console/first-password";

    /** Where the way over an identity provider begins. */
    public static final String PROVIDER = "/console/provider";

    /** Where an identity provider tells that a session of its own has ended. */
    public static final String PROVIDER_SIGN_OUT = "/console/provider/sign-out";

    /** The name of the parameter that says where to go on. */
    public static final String NEXT = "next";

    /** Our own pages only, or signing in here could end at a page that looks like ours. */
    private static final Pattern OWN = Pattern.compile("/(board|console)/[\\w./~?=&%+-]*");

    private Pages() {}

    /** Returns the path of a request, with a slash in front. */
    public static String pathOf(ContainerRequestContext request) {
        return "/" + request.getUriInfo().getPath();
    }

    /** Returns whether a path is one of the console's, for people and not for programs. */
    public static boolean isPage(String path) {
        return path.equals("/console") || path.startsWith(HOME);
    }

    /** Returns where to go on after signing in: where the person came from, or home. */
    public static String next(@Nullable String wanted) {
        return wanted != null && OWN.matcher(wanted).matches() && !wanted.contains("..") ? wanted : HOME;
    }

    /** Returns the way to a page. */
    public static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    static Response toSignIn(ContainerRequestContext request) {
        return to(withNext(SIGN_IN, request));
    }

    static Response toFirstPassword(ContainerRequestContext request) {
        return to(withNext(FIRST_PASSWORD, request));
    }

    /** What was about to be written cannot be gone on with, so only reading is. */
    private static String withNext(String page, ContainerRequestContext request) {
        return HttpMethod.GET.equals(request.getMethod())
                ? withNext(page, request.getUriInfo().getRequestUri())
                : page;
    }

    private static String withNext(String page, URI address) {
        String query = address.getRawQuery();
        return withNext(page, address.getRawPath() + (query == null ? "" : "?" + query));
    }

    /** Returns the address of a page that goes on to another afterwards. */
    public static String withNext(String page, String next) {
        return next.equals(HOME)
                ? page
                : UriBuilder.fromPath(page)
                        .queryParam(NEXT, "{next}")
                        .build(next)
                        .toString();
    }
}
