package dnn.data.table;

import dnn.api.data.Table;
import dnn.api.profile.DataProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Images in the IDX format and their labels as a table: a column for every pixel, and one for the labels. */
final class IdxTable {
    private final BiFunction<String, String, List<Path>> find;
    private final List<DataProblem> problems;

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

    /** Images with their labels; for each pixel, and last for the label, the numbers of all items. */
    private record Images(String file, double[][] columns, int items) {}

    TableSource.Reading read(Table declared, List<Path> training, List<Path> validation, List<Path> test) {
        if (training.size() > 1 || validation.size() > 1 || test.size() > 1) {
            problems.add(unreadable("data.source", training.get(0), "images of a split must be in one file"));
            return failed();
        }
        List<Images> all = new ArrayList<>();
        images("data.source", training.get(0), "labels", declared.files().labels())
                .ifPresent(all::add);
        validation.forEach(file -> images(
                        "data.files.validation",
                        file,
                        "validation_labels",
                        declared.files().validationLabels())
                .ifPresent(all::add));
        test.forEach(file -> images(
                        "data.files.test", file, "test_labels", declared.files().testLabels())
                .ifPresent(all::add));
        for (Images other : all) {
            if (other.columns().length != all.get(0).columns().length) {
                problems.add(unreadable(
                        "data.source",
                        Path.of(other.file()),
                        "its images have " + (other.columns().length - 1) + " pixels, those of the source "
                                + (all.get(0).columns().length - 1)));
            }
        }
        if (!problems.isEmpty()) {
            return failed();
        }
        return new TableSource.Reading(
                Optional.of(table(all)),
                validation.isEmpty() ? Optional.empty() : Optional.of(all.get(1).items()),
                test.isEmpty()
                        ? Optional.empty()
                        : Optional.of(all.get(all.size() - 1).items()),
                List.of());
    }

    private TableSource.Reading failed() {
        return new TableSource.Reading(Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(problems));
    }

    private static DataProblem unreadable(String path, Path file, String reason) {
        return new DataProblem.Unreadable(path, file.toString(), 0, reason);
    }

    private Optional<Images> images(String path, Path file, String key, Optional<String> labelsName) {
        if (labelsName.isEmpty()) {
            problems.add(unreadable(
                    path, file, "it holds images; name the file of their labels: `files: {" + key + ": …}`"));
            return Optional.empty();
        }
        String labelsPath = "data.files." + key;
        List<Path> labelsFile = find.apply(labelsPath, labelsName.get());
        if (labelsFile.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        try (IdxFile pixels = IdxFile.open(TextFile.content(file))) {
            double[][] columns = Arrays.copyOf(pixels.next(pixels.items()), pixels.width() + 1);
            Optional<double[]> labels = labels(labelsPath, labelsFile.get(0), file, pixels);
            if (labels.isEmpty()) {
                return Optional.empty();
            }
            columns[pixels.width()] = labels.get();
            return Optional.of(new Images(file.toString(), columns, pixels.items()));
        } catch (IOException e) {
            problems.add(unreadable(path, file, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<double[]> labels(String path, Path file, Path images, IdxFile pixels) {
        try (IdxFile labels = IdxFile.open(TextFile.content(file))) {
            Optional<DataProblem> misfit = misfit(path, images.toString(), pixels, file.toString(), labels);
            if (misfit.isEmpty() && pixels.items() == 0) {
                misfit = Optional.of(unreadable(path, images, "there is no image in it"));
            }
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

    private static DataTable table(List<Images> all) {
        int items = all.stream().mapToInt(Images::items).sum();
        int width = all.get(0).columns().length;
        List<Column> columns = new ArrayList<>();
        for (int place = 0; place < width; place++) {
            double[] values = all.get(0).columns()[place];
            if (all.size() > 1) {
                values = new double[items];
                int filled = 0;
                for (Images images : all) {
                    System.arraycopy(images.columns()[place], 0, values, filled, images.items());
                    filled += images.items();
                }
            }
            columns.add(NumericColumn.of(place == width - 1 ? Table.LABEL : ImageStream.pixel(place), values));
        }
        return new DataTable(
                all.get(0).file(),
                columns,
                items,
                all.stream()
                        .map(images -> new DataTable.Part(images.file(), images.items()))
                        .toList());
    }
}
