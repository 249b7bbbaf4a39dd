package de.visitenkarte.api.console;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes pages as HTML. Whatever is put into a template comes out as text, never as markup. */
final class PageWriter implements MessageBodyWriter<ConsolePage> {

    private final MustacheFactory templates = new DefaultMustacheFactory("console");

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ConsolePage.class;
    }

    /** Written whole before the first byte goes out: half a page would be a success. */
    @Override
    public void writeTo(
            ConsolePage page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        StringWriter html = new StringWriter();
        templates.compile(page.template() + ".mustache").execute(html, page);
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
        out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    }
}
