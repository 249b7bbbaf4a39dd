package de.visitenkarte.api.visitfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import de.visitenkarte.api.registry.Integration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of visits: UTF-8 with or without byte order mark, separated by semicolons, commas or tabs. Goes on after a
 * fault, so that one reading shows all of them.
 */
public final class VisitFileReader {

    private static final CsvMapper CSV = new CsvMapper();
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    private final Integration integration;
    private final Instant now;

    /** @param integration under whose name the visits are reported; only its offices may occur */
    public VisitFileReader(Integration integration, Instant now) {
        this.integration = integration;
        this.now = now;
    }

    /**
     * Reads a file to its end and closes it.
     *
     * @throws IOException if it cannot be read at all
     */
    public FileContent read(InputStream file) throws IOException {
        List<FileContent.Line> visits = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int line = 0;
        // Reports bytes that are no UTF-8 instead of putting question marks into names.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()))) {
            String first = reader.readLine();
            line = 1;
            String header = first == null ? "" : first.replace("\uFEFF", "");
            ObjectReader cells = cellReader(header);
            Headings headings =
                    Headings.of(cells.readValue(header), integration.zones().size() != 1);
            if (!headings.faults().isEmpty()) {
                return new FileContent(List.of(), headings.faults(), false);
            }
            LineReader lines = new LineReader(headings, integration, now, visits, faults);
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                read(lines, cells, line, text, faults);
            }
            return new FileContent(visits, faults, true);
        } catch (CharacterCodingException e) {
            Fault fault = new Fault(
                    line + 1,
                    "",
                    "Die Datei ist nicht UTF-8. In Excel: «Speichern unter», «CSV UTF-8 (durch Trennzeichen getrennt)».");
            return new FileContent(List.of(), List.of(fault), false);
        } catch (JsonProcessingException e) {
            Fault fault = new Fault(line, "", "Die Überschriften können nicht gelesen werden.");
            return new FileContent(List.of(), List.of(fault), false);
        }
    }

    private static void read(LineReader lines, ObjectReader reader, int line, String text, List<Fault> faults)
            throws IOException {
        if (text.isBlank()) {
            return;
        }
        String @Nullable [] cells;
        try {
            cells = reader.readValue(text);
        } catch (JsonProcessingException e) {
            faults.add(new Fault(line, "", "Die Anführungszeichen in dieser Zeile sind nicht paarig."));
            return;
        }
        // Spreadsheets leave lines of nothing but separators at the end.
        if (cells != null && !String.join("", cells).isBlank()) {
            lines.read(line, cells);
        }
    }

    private static ObjectReader cellReader(String header) {
        char separator = SEPARATORS.stream()
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .orElseThrow();
        return CSV.readerForArrayOf(String.class).with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    private static long count(String header, char separator) {
        return header.chars().filter(each -> each == separator).count();
    }
}
