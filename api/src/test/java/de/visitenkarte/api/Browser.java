package de.visitenkarte.api;

import de.visitenkarte.api.RunningApi.Answer;
import de.visitenkarte.api.staff.SessionCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as the console needs one: keeps the session's cookie, sends forms as a page of the console would. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile(SessionCookie.NAME + "=([^;]*)");

    private final RunningApi api;
    private String session;

    Browser(RunningApi api, String session) {
        this.api = api;
        this.session = session;
    }

    /** Returns the cookie's value, empty if there is none. */
    String session() {
        return session;
    }

    Answer get(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept", path.startsWith("/v1/") ? "*/*" : "text/html"));
        all.addAll(List.of(headers));
        return send("GET", path, "", all);
    }

    /** Sends a form of a page: with the token that stands in it. */
    Answer submit(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        return submit(action, fields, token.find() ? token.group(1) : "");
    }

    /** Sends a form with any token. */
    Answer submit(String action, Map<String, String> fields, String token, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "formToken=" + encode(token) + "&", ""));
        List<String> all =
                new ArrayList<>(List.of("Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(headers.length > 0 ? List.of(headers) : List.of("Sec-Fetch-Site", "same-origin"));
        return send("POST", action, body, all);
    }

    private Answer send(String method, String path, String body, List<String> headers) {
        List<String> all = new ArrayList<>(headers);
        if (!session.isEmpty()) {
            all.addAll(List.of("Cookie", SessionCookie.NAME + "=" + session));
        }
        Answer answer = api.send(
                method,
                path,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                all.toArray(String[]::new));
        answer.response().headers().allValues("Set-Cookie").forEach(this::remember);
        return answer;
    }

    private void remember(String cookie) {
        Matcher own = COOKIE.matcher(cookie);
        if (own.lookingAt()) {
            session = own.group(1).replace("\"", "");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
