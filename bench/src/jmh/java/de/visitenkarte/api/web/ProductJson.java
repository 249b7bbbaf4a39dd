package de.visitenkarte.api.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.jackson.Jackson;

/** The mapper that reads bodies in the product, as strict as there; lies in this package because that is its secret. */
public final class ProductJson {

    private ProductJson() {}

    /** Returns a new one. */
    public static ObjectMapper newMapper() {
        ObjectMapper mapper = Jackson.newObjectMapper();
        StrictJson.configure(mapper);
        return mapper;
    }
}
