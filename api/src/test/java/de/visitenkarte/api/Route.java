package de.visitenkarte.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;

/**
 * A method of a resource.
 *
 * @param template of the address, as the resource says it
 */
record Route(String method, String template) {

    /** Lists all that are registered, of ours. */
    static List<Route> all(ResourceConfig jersey) {
        return of(Stream.concat(jersey.getSingletons().stream().map(Object::getClass), jersey.getClasses().stream()));
    }

    /** Lists those of some classes. */
    static List<Route> of(Stream<? extends Class<?>> types) {
        List<Route> routes = new ArrayList<>();
        types.filter(type -> type.getName().startsWith("de.visitenkarte"))
                .map(Resource::from)
                .filter(resource -> resource != null)
                .forEach(resource -> collect("", resource, routes));
        return routes;
    }

    /** Returns an address that fits. */
    String path() {
        return template.replaceAll("\\{[^}]*}", "x");
    }

    private static void collect(String parent, Resource resource, List<Route> routes) {
        String path = (parent + "/" + resource.getPath()).replaceAll("/+", "/");
        resource.getResourceMethods().forEach(method -> routes.add(new Route(method.getHttpMethod(), path)));
        resource.getChildResources().forEach(child -> collect(path, child, routes));
    }
}
