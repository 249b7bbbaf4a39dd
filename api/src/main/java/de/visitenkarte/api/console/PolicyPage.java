package de.visitenkarte.api.console;

import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of the release gate: what they mean, and higher ones. */
@Hidden
@Path("/console/policy")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("ministry")
public final class PolicyPage {

    private static final String PATH = "/console/policy";
    private static final int UNPROCESSABLE = 422;

    private final Supplier<ReleasePolicy> current;
    private final BiConsumer<Staff, ReleasePolicy> change;

    /**
     * Serves the page.
     *
     * @param current the policy in force
     * @param change puts another one in force, and writes down who did
     */
    public PolicyPage(Supplier<ReleasePolicy> current, BiConsumer<Staff, ReleasePolicy> change) {
        this.current = current;
        this.change = change;
    }

    /**
     * What the template shows.
     *
     * @param numbers the form's fields, in the order of the table
     */
    record Content(boolean done, boolean wrong, List<Row> rows, List<Field> numbers) {}

    /** One number in the table. */
    record Row(String name, String meaning, int value, int floor) {}

    /** Shows them. */
    @GET
    public ConsolePage show(@Auth Staff staff, @QueryParam("done") @Nullable String done) {
        return page(typed(current.get()), Map.of(), done != null);
    }

    /** Puts others in force. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@Auth Staff staff, MultivaluedMap<String, String> form) {
        Map<PolicyNumber, String> typed = new EnumMap<>(PolicyNumber.class);
        Map<PolicyNumber, String> errors = new EnumMap<>(PolicyNumber.class);
        Map<PolicyNumber, Integer> values = new EnumMap<>(PolicyNumber.class);
        for (PolicyNumber number : PolicyNumber.values()) {
            typed.put(number, Typed.line(form.getFirst(number.field())));
            OptionalInt value = Typed.number(typed.get(number));
            if (value.isPresent() && value.getAsInt() >= number.floor()) {
                values.put(number, value.getAsInt());
            } else {
                errors.put(number, "Bitte geben Sie eine ganze Zahl ab " + number.floor() + " an.");
            }
        }
        if (errors.isEmpty()) {
            try {
                change.accept(staff, PolicyNumber.policy(values));
                return Pages.to(PATH + "?done=changed");
            } catch (IllegalArgumentException contradictory) {
                errors.put(PolicyNumber.SHARE, "Ein Anteil kann nicht von weniger Personen sein als eine Gruppe.");
            }
        }
        return Response.status(UNPROCESSABLE).entity(page(typed, errors, false)).build();
    }

    private static Map<PolicyNumber, String> typed(ReleasePolicy policy) {
        Map<PolicyNumber, String> typed = new EnumMap<>(PolicyNumber.class);
        Stream.of(PolicyNumber.values()).forEach(each -> typed.put(each, Integer.toString(each.of(policy))));
        return typed;
    }

    private ConsolePage page(Map<PolicyNumber, String> typed, Map<PolicyNumber, String> errors, boolean done) {
        ReleasePolicy inForce = current.get();
        return ConsolePage.of(
                "policy",
                "Freigabe",
                new Content(
                        done,
                        !errors.isEmpty(),
                        Stream.of(PolicyNumber.values())
                                .map(each -> new Row(each.label(), each.meaning(), each.of(inForce), each.floor()))
                                .toList(),
                        Stream.of(PolicyNumber.values())
                                .map(each -> Field.text(each.field(), each.label(), typed.getOrDefault(each, ""))
                                        .hint("Mindestens " + each.floor() + ".")
                                        .error(errors.get(each)))
                                .toList()));
    }
}
