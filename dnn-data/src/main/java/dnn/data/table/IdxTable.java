package dnn.data.table;

import dnn.api.data.Table;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.DataProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Images in the IDX format and their labels as a table: a column for every pixel, and one for the labels. */
final class IdxTable {
    /** Images read at a time. */
    private static final int PIECE = 1024;

    private final BiFunction<String, String, List<Path>> find;
    private final List<DataProblem> problems;
    private final List<ColumnBuilder> builders = new ArrayList<>();
    private final List<DataTable.Part> parts = new ArrayList<>();
    private final RowHashes hashes = new RowHashes();

    /**
     * A reader.
     *
     * @param find the files that the value at a path names; adds to {@code problems} if there is none
     * @param problems added to
     */
    IdxTable(BiFunction<String, String, List<Path>> find, List<DataProblem> problems) {
        this.find = find;
        this.problems = problems;
    }

    TableSource.Reading read(
            Table declared, Keeping keeping, List<Path> training, List<Path> validation, List<Path> test) {
        if (training.size() > 1 || validation.size() > 1 || test.size() > 1) {
            problems.add(unreadable(KeyPaths.DATA_SOURCE, training.get(0), "images of a split must be in one file"));
            return failed();
        }
        images(
                KeyPaths.DATA_SOURCE,
                keeping,
                training.get(0),
                "labels",
                declared.files().labels());
        validation.forEach(file -> images(
                KeyPaths.DATA_FILES_VALIDATION,
                keeping,
                file,
                "validation_labels",
                declared.files().validationLabels()));
        test.forEach(file -> images(
                KeyPaths.DATA_FILES_TEST,
                keeping,
                file,
                "test_labels",
                declared.files().testLabels()));
        if (!problems.isEmpty()) {
            return failed();
        }
        return new TableSource.Reading(
                Optional.of(table(keeping)),
                validation.isEmpty()
                        ? Optional.empty()
                        : Optional.of(parts.get(1).items()),
                test.isEmpty()
                        ? Optional.empty()
                        : Optional.of(parts.get(parts.size() - 1).items()),
                List.of());
    }

    private TableSource.Reading failed() {
        return new TableSource.Reading(Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(problems));
    }

    private static DataProblem unreadable(String path, Path file, String reason) {
        return new DataProblem.Unreadable(path, file.toString(), 0, reason);
    }

    /** Adds images and their labels to the columns. */
    private void images(String path, Keeping keeping, Path file, String key, Optional<String> labelsName) {
        if (labelsName.isEmpty()) {
            problems.add(unreadable(
                    path, file, "it holds images; name the file of their labels: `files: {" + key + ": …}`"));
            return;
        }
        String labelsPath = ValuePath.child(KeyPaths.DATA_FILES, key);
        List<Path> labelsFile = find.apply(labelsPath, labelsName.get());
        if (labelsFile.isEmpty() || !problems.isEmpty()) {
            return;
        }
        try (IdxFile pixels = IdxFile.open(TextFile.content(file))) {
            if (builders.isEmpty()) {
                begin(keeping, pixels.width());
            } else if (pixels.width() != builders.size() - 1) {
                problems.add(unreadable(
                        path,
                        file,
                        "its images have " + pixels.width() + " pixels, those of the source " + (builders.size() - 1)));
                return;
            }
            for (double[][] piece = pixels.next(PIECE); piece[0].length > 0; piece = pixels.next(PIECE)) {
                for (int place = 0; place < piece.length; place++) {
                    add(builders.get(place), piece[place]);
                }
            }
            labels(labelsPath, labelsFile.get(0), file, pixels).ifPresent(labels -> {
                add(builders.get(builders.size() - 1), labels);
                parts.add(new DataTable.Part(file.toString(), pixels.items()));
            });
        } catch (IOException e) {
            problems.add(unreadable(path, file, String.valueOf(e.getMessage())));
        }
    }

    private void begin(Keeping keeping, int width) {
        List<String> names = ImageStream.names(width, true);
        Set<String> compared = keeping.compared().apply(names);
        for (String name : names) {
            ColumnBuilder builder = keeping.builder(name);
            if (compared.contains(name)) {
                builder.compare(hashes);
            }
            builders.add(builder);
        }
    }

    private static void add(ColumnBuilder builder, double[] numbers) {
        for (double number : numbers) {
            builder.add(number, TableReader.FIRST_DATA_ROW + builder.items());
        }
    }

    private Optional<double[]> labels(String path, Path file, Path images, IdxFile pixels) {
        try (IdxFile labels = IdxFile.open(TextFile.content(file))) {
            Optional<DataProblem> misfit = misfit(path, images.toString(), pixels, file.toString(), labels);
            misfit.ifPresent(problems::add);
            return misfit.isPresent() ? Optional.empty() : Optional.of(labels.next(labels.items())[0]);
        } catch (IOException e) {
            problems.add(unreadable(path, file, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Why labels are not those of some images. */
    static Optional<DataProblem> misfit(String path, String images, IdxFile pixels, String file, IdxFile labels) {
        if (labels.width() != 1) {
            return Optional.of(new DataProblem.Unreadable(
                    path, file, 0, "a label is one number, here are " + labels.width() + " an item"));
        }
        return labels.items() == pixels.items()
                ? Optional.empty()
                : Optional.of(new DataProblem.CountsDiffer(path, images, pixels.items(), file, labels.items()));
    }

    private DataTable table(Keeping keeping) {
        return new DataTable(
                parts.get(0).file(),
                builders.stream().map(ColumnBuilder::build).toList(),
                parts.stream().mapToInt(DataTable.Part::items).sum(),
                parts,
                keeping.numbers() ? Optional.empty() : Optional.of(hashes),
                0,
                Optional.empty());
    }
}
