package dnn.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the file that an experiment extends. */
@FunctionalInterface
public interface BaseResolver {
    /**
     * The text that {@code reference}, written in a file of {@code directory}, names.
     *
     * @param directory of the file that extends
     * @param reference as written
     */
    Base resolve(Path directory, String reference);

    /**
     * The outcome of looking for a base file.
     *
     * @param directory what paths in it are relative to
     * @param reading its text, or why there is none
     */
    record Base(Path directory, SourceText.Reading reading) {}

    /** This resolver, but with other texts for some files, by the names that it shows them under. */
    default BaseResolver with(Map<String, String> texts) {
        return (directory, reference) -> {
            Base base = resolve(directory, reference);
            return base.reading()
                    .text()
                    .map(SourceText::name)
                    .filter(texts::containsKey)
                    .map(name -> new Base(
                            base.directory(),
                            new SourceText.Reading(
                                    Optional.of(new SourceText(name, texts.getOrDefault(name, ""))),
                                    base.reading().findings())))
                    .orElse(base);
        };
    }

    /** Looks in the file system, relative to the file that extends. */
    static BaseResolver files() {
        return files(Path.of(""));
    }

    /** Looks in the file system, where relative names of files begin at {@code here}. */
    static BaseResolver files(Path here) {
        return (directory, reference) -> {
            try {
                Path file = directory.resolve(reference).normalize();
                Path folder = file.getParent();
                return new Base(
                        folder == null ? Path.of("") : folder, SourceText.read(here.resolve(file), file.toString()));
            } catch (InvalidPathException e) {
                return new Base(
                        directory,
                        new SourceText.Reading(
                                Optional.empty(),
                                List.of(dnn.config.diagnostic.FileDiagnostics.unreadableFile(
                                        reference, "it is no file name"))));
            }
        };
    }

    /** Finds nothing: for text that stands alone. */
    static BaseResolver none() {
        return (directory, reference) -> new Base(
                directory,
                new SourceText.Reading(
                        Optional.empty(),
                        List.of(dnn.config.diagnostic.DataDiagnostics.experimentMissing(reference, List.of()))));
    }
}
