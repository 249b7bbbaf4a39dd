package de.visitenkarte.api.web;

import io.dropwizard.jersey.validation.JerseyParameterNameProvider;
import jakarta.validation.ParameterNameProvider;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the parameters of resources in messages. Remembers the names: Dropwizard's own parses all annotations of the
 * parameters for every request, also when nothing is wrong with it.
 */
final class ParameterNames implements ParameterNameProvider {

    private final ParameterNameProvider origin = new JerseyParameterNameProvider();
    private final Map<Executable, List<String>> names = new ConcurrentHashMap<>();

    @Override
    public List<String> getParameterNames(Constructor<?> constructor) {
        return names.computeIfAbsent(constructor, any -> origin.getParameterNames(constructor));
    }

    @Override
    public List<String> getParameterNames(Method method) {
        return names.computeIfAbsent(method, any -> origin.getParameterNames(method));
    }
}
