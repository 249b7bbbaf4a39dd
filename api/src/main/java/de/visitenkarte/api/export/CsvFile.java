package de.visitenkarte.api.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one CSV file row by row. */
final class CsvFile implements AutoCloseable {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    /** What a spreadsheet takes as the beginning of a formula, or skips to find one. */
    private static final String FORMULA = "=+-@\t\r\n";

    private final CsvForm form;
    private final SequenceWriter rows;

    /** Writes the head. The stream is left open at the end. */
    CsvFile(OutputStream out, CsvForm form, List<String> columns) throws IOException {
        this.form = form;
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(form.start());
        this.rows = MAPPER.writerFor(String[].class).with(form.schema()).writeValues(writer);
        rows.write(columns.toArray(String[]::new));
    }

    /** Writes a row; null is an empty field. */
    void write(@Nullable Object... values) {
        try {
            String[] cells = new String[values.length];
            for (int i = 0; i < values.length; i++) {
                cells[i] = cell(values[i]);
            }
            rows.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name out of the registry must stay a name when somebody opens the file: numbers are ours, texts are not. */
    private String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return form.number(number);
        }
        if (value instanceof Boolean yes) {
            return yes ? "ja" : "nein";
        }
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
