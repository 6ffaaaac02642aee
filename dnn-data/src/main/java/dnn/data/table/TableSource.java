package dnn.data.table;

import dnn.api.data.Table;
import dnn.api.data.TableFiles;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.DataProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the files that a table is declared to be in, and reads them as one table. */
public final class TableSource {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

    private final Path directory;
    private final List<DataProblem> problems = new ArrayList<>();

    private TableSource(Path directory) {
        this.directory = directory;
    }

    /**
     * The outcome of it.
     *
     * @param table all rows: those of the source, then those of validation, then those of the test
     * @param validation how many rows come from files for validation; empty if there are none
     * @param test how many rows come from files for the test; empty if there are none
     * @param problems what kept files from being read
     */
    public record Reading(
            Optional<DataTable> table,
            Optional<Integer> validation,
            Optional<Integer> test,
            List<DataProblem> problems) {}

    /**
     * A declared file, or several.
     *
     * @param path of the experiment's value
     * @param files that were found
     */
    private record Found(String path, List<Path> files) {}

    /**
     * Reads a table.
     *
     * @param declared as written
     * @param directory what relative names are relative to
     * @param keeping what is kept of it
     */
    public static Reading read(Table declared, Path directory, Keeping keeping) {
        return new TableSource(directory).read(declared, keeping);
    }

    private Reading read(Table declared, Keeping keeping) {
        TableFiles beside = declared.files();
        List<Found> training = new ArrayList<>(List.of(find(KeyPaths.DATA_SOURCE, declared.source())));
        for (int i = 0; i < beside.further().size(); i++) {
            training.add(find(
                    ValuePath.element(KeyPaths.DATA_FILES_FURTHER, i),
                    beside.further().get(i)));
        }
        List<Found> validation = beside.validation().map(name -> find(KeyPaths.DATA_FILES_VALIDATION, name)).stream()
                .toList();
        List<Found> test = beside.test().map(name -> find(KeyPaths.DATA_FILES_TEST, name)).stream()
                .toList();
        List<Found> all = new ArrayList<>(training);
        all.addAll(validation);
        all.addAll(test);
        sameFiles(all);
        if (!problems.isEmpty()) {
            return failed();
        }
        boolean images = IdxFile.isOne(training.get(0).files().get(0));
        if (!images) {
            refuseLabels(declared);
        }
        if (!problems.isEmpty()) {
            return failed();
        }
        return images
                ? new IdxTable((path, name) -> find(path, name).files(), problems)
                        .read(declared, keeping, paths(training), paths(validation), paths(test))
                : text(
                        declared,
                        keeping,
                        all,
                        paths(validation).size(),
                        paths(test).size());
    }

    /** Files of labels go with images: a table has its target in a column. */
    private void refuseLabels(Table declared) {
        TableFiles beside = declared.files();
        refuse(KeyPaths.DATA_FILES_LABELS, beside.labels(), declared.source());
        refuse(KeyPaths.DATA_FILES_VALIDATION_LABELS, beside.validationLabels(), declared.source());
        refuse(KeyPaths.DATA_FILES_TEST_LABELS, beside.testLabels(), declared.source());
    }

    private void refuse(String path, Optional<String> labels, String source) {
        labels.ifPresent(file -> problems.add(new DataProblem.Unreadable(
                path, file, 0, "labels go with images, and " + source + " holds a table, whose target is a column")));
    }

    private Reading failed() {
        return new Reading(Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(problems));
    }

    private static List<Path> paths(List<Found> found) {
        return found.stream().flatMap(each -> each.files().stream()).toList();
    }

    /** Tells whether a file is compressed, so that its size says nothing about what is in it. */
    public static boolean isCompressed(Path file) {
        return TextFile.isGzip(file);
    }

    /** Every file that a table names, patterns resolved; those that do not exist, too. */
    public static List<Path> files(Table table, Path directory) {
        Set<Path> files = new LinkedHashSet<>();
        table.located(name -> {
            files.addAll(files(directory, name));
            return name;
        });
        return List.copyOf(files);
    }

    private static List<Path> files(Path directory, String name) {
        Path file = directory.resolve(name).normalize();
        return WILDCARD.matcher(name).find() && !Files.exists(file) ? matching(file) : List.of(file);
    }

    private Found find(String path, String name) {
        try {
            Path file = directory.resolve(name).normalize();
            List<Path> files = files(directory, name);
            if (files.isEmpty() || !Files.exists(files.get(0))) {
                problems.add(new DataProblem.FileMissing(path, file.toString(), SimilarNames.beside(file)));
            }
            if (!files.isEmpty() && isPipe(files.get(0))) {
                problems.add(new DataProblem.Unreadable(
                        path,
                        file.toString(),
                        0,
                        (Devices.isOne(files.get(0)) ? "it is a device" : "it is a pipe")
                                + ", and a table to learn from is read more than once: write it to a file first"));
            }
            return new Found(path, files);
        } catch (InvalidPathException e) {
            problems.add(new DataProblem.FileMissing(path, name, List.of()));
            return new Found(path, List.of());
        }
    }

    private static boolean isPipe(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /** The files of a folder whose names match the pattern that is the last name of the path, sorted by name. */
    private static List<Path> matching(Path pattern) {
        Path folder = pattern.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(folder, pattern.getFileName().toString())) {
            found.forEach(file -> {
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
            });
        } catch (IOException | java.util.regex.PatternSyntaxException e) {
            return List.of();
        }
        files.sort(null);
        return files;
    }

    private void sameFiles(List<Found> all) {
        Map<Path, String> seen = new LinkedHashMap<>();
        for (Found found : all) {
            for (Path file : found.files()) {
                String other = seen.putIfAbsent(real(file), found.path());
                if (other != null && !other.equals(found.path())) {
                    problems.add(new DataProblem.SameFile(found.path(), file.toString(), other));
                }
            }
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    private Reading text(Table declared, Keeping keeping, List<Found> all, int validation, int test) {
        TableReading reading = new TableReader(KeyPaths.DATA_SOURCE, keeping, declared.format()).read(paths(all));
        reading.problem().map(problem -> placed(problem, all)).ifPresent(problems::add);
        if (reading.table().isEmpty()) {
            return failed();
        }
        List<DataTable.Part> parts = reading.table().get().parts();
        int trainingFiles = parts.size() - validation - test;
        return new Reading(
                reading.table(),
                validation == 0 ? Optional.empty() : Optional.of(items(parts, trainingFiles, validation)),
                test == 0 ? Optional.empty() : Optional.of(items(parts, trainingFiles + validation, test)),
                List.of());
    }

    private static int items(List<DataTable.Part> parts, int from, int count) {
        return parts.subList(from, from + count).stream()
                .mapToInt(DataTable.Part::items)
                .sum();
    }

    /** The problem, put down to the value that names its file. */
    private static DataProblem placed(DataProblem problem, List<Found> all) {
        if (!(problem instanceof DataProblem.Unreadable unreadable)) {
            return problem;
        }
        return all.stream()
                .filter(found ->
                        found.files().stream().anyMatch(file -> file.toString().equals(unreadable.file())))
                .findFirst()
                .<DataProblem>map(found -> new DataProblem.Unreadable(
                        found.path(), unreadable.file(), unreadable.row(), unreadable.reason()))
                .orElse(problem);
    }
}
