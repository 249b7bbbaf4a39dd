package de.visitenkarte.api.grafana;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/** A shell script for those whose Grafana cannot be reached from here: it makes the organisations with the expected numbers. */
final class OrganisationScript {

    private static final String HEAD = """
            #!/bin/sh
            # Makes Visitenkarte's organisations in Grafana. Written by the command "grafana" of the api; each line was counted on to get
            # its number, so run it in a Grafana in which nobody else has made organisations, and run it once.
            #   GRAFANA_URL=http://localhost:3000 GRAFANA_USER=admin GRAFANA_PASSWORD=… sh organisations.sh
            set -eu
            # Not as an argument, which everybody on this machine could read.
            credentials=$(printf '%s:%s' "$GRAFANA_USER" "$GRAFANA_PASSWORD" | sed 's/["\\\\]/\\\\&/g')
            make() {
              answer=$(printf 'user = "%s"\\n' "$credentials" | curl --config - --silent --show-error \\
                --header 'Content-Type: application/json' --data "$2" "$GRAFANA_URL/api/orgs")
              case $answer in
                *'"orgId":'"$1"[,}]*) echo "$1: $2" ;;
                *) echo "Expected organisation $1 for $2, but Grafana says: $answer" >&2; exit 1 ;;
              esac
            }
            """;

    private final List<String> lines = new ArrayList<>();

    void add(long id, String name) {
        // An apostrophe would end the shell's string.
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(name)).replace("'", "\\u0027");
        lines.add("make " + id + " '{\"name\":\"" + quoted + "\"}'\n");
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    String text() {
        return HEAD + String.join("", lines);
    }
}
