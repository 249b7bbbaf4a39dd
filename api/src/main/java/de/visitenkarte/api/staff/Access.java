package de.visitenkarte.api.staff;

import io.dropwizard.auth.Auth;
import io.dropwizard.auth.PolymorphicAuthDynamicFeature;
import io.dropwizard.auth.PolymorphicAuthValueFactoryProvider;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;

/** Who may ask what: every resource says it, and what says nothing keeps the application from starting. */
public final class Access {

    private static final String JERSEYS_OWN = "org.glassfish.jersey.";

    private Access() {}

    /**
     * Makes {@code @Auth} work for the staff and for senders, and guards all resources.
     *
     * @param senders how those are recognised who are no people, by the type of the principal
     */
    public static void register(
            JerseyEnvironment jersey,
            Sessions sessions,
            StaffSettings settings,
            Map<Class<? extends Principal>, ContainerRequestFilter> senders) {
        Map<Class<? extends Principal>, ContainerRequestFilter> filters = new HashMap<>(senders);
        filters.put(Staff.class, new SessionFilter(sessions));
        jersey.register(new PolymorphicAuthDynamicFeature<>(filters));
        jersey.register(new PolymorphicAuthValueFactoryProvider.Binder<>(filters.keySet()));
        jersey.register(new RolesAllowedDynamicFeature());
        jersey.register(new FormGuard(settings));
        jersey.register(new Declared());
    }

    /** Refuses resources that do not say who may use them. */
    static final class Declared implements DynamicFeature {

        @Override
        public void configure(ResourceInfo resource, FeatureContext context) {
            Method method = resource.getResourceMethod();
            if (method.getDeclaringClass().getName().startsWith(JERSEYS_OWN)) {
                return;
            }
            boolean forStaff = hasPrincipal(method, Staff.class);
            boolean forRoles = has(method, RolesAllowed.class) && !method.isAnnotationPresent(PermitAll.class);
            boolean forSender = !forStaff && hasPrincipal(method, Principal.class);
            boolean forAll = has(method, PermitAll.class) && !method.isAnnotationPresent(RolesAllowed.class);
            boolean declared = forStaff ? forRoles : forSender ? !forRoles && !forAll : forAll && !forRoles;
            if (forStaff && !method.isAnnotationPresent(GET.class) && !isPage(resource.getResourceClass())) {
                throw new IllegalStateException(
                        method + " lets the staff write outside the console, where nothing guards"
                                + " against forms of other sites");
            }
            if (!declared) {
                throw new IllegalStateException(method + " does not say who may use it: @Auth Staff and @RolesAllowed,"
                        + " or @Auth and another principal, or @PermitAll alone");
            }
        }

        private static boolean isPage(Class<?> resource) {
            Path path = resource.getAnnotation(Path.class);
            return path != null && Pages.isPage(path.value());
        }

        private static boolean has(Method method, Class<? extends Annotation> annotation) {
            return method.isAnnotationPresent(annotation)
                    || method.getDeclaringClass().isAnnotationPresent(annotation);
        }

        private static boolean hasPrincipal(Method method, Class<?> type) {
            return Arrays.stream(method.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(Auth.class))
                    .map(Parameter::getType)
                    .anyMatch(type::isAssignableFrom);
        }
    }
}
