package de.visitenkarte.api.console;

import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.Session;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Puts the frame around pages, and makes pages of problems where people see them. */
final class ShellFilter implements ContainerResponseFilter {

    private static final MediaType HTML = MediaType.valueOf("text/html; charset=utf-8");

    private final BooleanSupplier simulated;

    /** @param simulated whether invented data are shown */
    ShellFilter(BooleanSupplier simulated) {
        this.simulated = simulated;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = Pages.pathOf(request);
        if (response.getEntity() instanceof Problem problem && Pages.isPage(path) && wantsHtml(request)) {
            response.setEntity(ErrorPage.of(problem), new Annotation[0], HTML);
        }
        if (response.getEntity() instanceof ConsolePage page) {
            response.setEntity(page.in(shell(request, path)));
        }
    }

    private static boolean wantsHtml(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream().anyMatch(MediaType.TEXT_HTML_TYPE::isCompatible);
    }

    private Shell shell(ContainerRequestContext request, String path) {
        Optional<Session> session = Session.of(request);
        List<Navigation.Entry> navigation = session.filter(each -> !each.oneTime())
                .map(each -> Navigation.of(each.staff().role(), !each.external(), path))
                .orElse(List.of());
        return new Shell(session.map(Shell.User::of).orElse(null), navigation, simulated.getAsBoolean());
    }
}
