package de.visitenkarte.api.problem;

import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Says which limits the input does not keep. On its own, because Jersey brings a more specific mapper for these. */
public final class ViolationMapper implements ExceptionMapper<JerseyViolationException> {

    @Override
    public Response toResponse(JerseyViolationException violation) {
        List<Problem.Fault> faults = violation.getConstraintViolations().stream()
                .map(each -> new Problem.Fault(pointer(each.getPropertyPath()), each.getMessage()))
                .sorted(Comparator.comparing(Problem.Fault::pointer))
                .toList();
        return Problem.of(ProblemType.UNPROCESSABLE, "A limit is not kept.", faults)
                .toResponse()
                .build();
    }

    /** The first two steps of the path name the Java method and its parameter; the rest is the client's own. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        StreamSupport.stream(path.spliterator(), false).skip(2).forEach(node -> {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        });
        return pointer.toString();
    }
}
