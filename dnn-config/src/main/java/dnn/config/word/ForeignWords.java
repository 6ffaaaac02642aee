package dnn.config.word;

import dnn.config.word.ForeignWord.Relation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of other tools' words: names of values by kind, and keys by the record in which they are written. Read
 * when first asked for.
 */
public final class ForeignWords {
    private static final Pattern LINE = Pattern.compile("([^=~>!]*)([=~>!])([^:]*):([^|]*)(?:\\|(.*))?");
    private static final Map<String, Relation> RELATIONS =
            Map.of("=", Relation.SAME, "~", Relation.NEAR, ">", Relation.ELSEWHERE, "!", Relation.LACKING);

    private final List<ForeignWord> words;
    private final Map<String, Map<String, ForeignWord>> bySpelling = new LinkedHashMap<>();

    private ForeignWords(List<ForeignWord> words) {
        this.words = List.copyOf(words);
        for (ForeignWord word : words) {
            for (String place : word.places()) {
                Map<String, ForeignWord> there = bySpelling.computeIfAbsent(place, key -> new LinkedHashMap<>());
                word.theirs().forEach(spelling -> there.putIfAbsent(Spelling.plain(spelling), word));
            }
        }
    }

    /** Holds the tables, so that they are read only when a word is not known. */
    private static final class Tables {
        private static final ForeignWords VALUES = read("values.txt");
        private static final ForeignWords KEYS = read("keys.txt");
    }

    /** Names of values, by kind: {@code activation}, {@code loss}, {@code layer_spec}. */
    public static ForeignWords values() {
        return Tables.VALUES;
    }

    /** Keys, by the record in which they are written: {@code dense}, {@code training}. */
    public static ForeignWords keys() {
        return Tables.KEYS;
    }

    /** Every line, in the order of the table. */
    public List<ForeignWord> words() {
        return words;
    }

    /** The meaning of a word at the first of these places that knows it. */
    public Optional<ForeignWord> find(Collection<String> places, String written) {
        String plain = Spelling.plain(written);
        for (String place : places) {
            ForeignWord word = bySpelling.getOrDefault(place, Map.of()).get(plain);
            if (word != null) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Every spelling known at these places, as {@link Spelling#plain} has it. */
    public List<String> spellings(Collection<String> places) {
        List<String> all = new ArrayList<>();
        places.forEach(
                place -> all.addAll(bySpelling.getOrDefault(place, Map.of()).keySet()));
        return all;
    }

    private static ForeignWords read(String name) {
        List<ForeignWord> words = new ArrayList<>();
        try (InputStream stream = ForeignWords.class.getResourceAsStream("/dnn/config/words/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the table " + name + " is missing in this build");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    words.add(word(name, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ForeignWords(words);
    }

    private static ForeignWord word(String table, String line) {
        Matcher matcher = LINE.matcher(line);
        Relation relation = matcher.matches() ? RELATIONS.get(matcher.group(2)) : null;
        if (relation == null) {
            throw new IllegalStateException("a line of " + table + " cannot be read: " + line);
        }
        String note = matcher.group(5);
        return new ForeignWord(
                parts(matcher.group(1)),
                relation,
                parts(matcher.group(3)),
                parts(matcher.group(4)),
                note == null ? "" : note.strip());
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
