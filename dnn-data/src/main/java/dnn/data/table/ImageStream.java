package dnn.data.table;

import dnn.api.data.Table;
import dnn.api.profile.DataProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Images in the IDX format as rows of pixels, with or without their labels. */
final class ImageStream implements TableRows {
    private static final String PIXEL = "pixel";

    private final String path;
    private final String name;
    private final Wanted wanted;
    private final IdxFile images;
    private final Optional<IdxFile> labels;
    private final Optional<DataProblem> misfit;
    private int taken;

    private ImageStream(
            String path,
            String name,
            Wanted wanted,
            IdxFile images,
            Optional<IdxFile> labels,
            Optional<DataProblem> misfit) {
        this.path = path;
        this.name = name;
        this.wanted = wanted;
        this.images = images;
        this.labels = labels;
        this.misfit = misfit;
    }

    /** Opens images, and their labels where these are named. */
    static ImageStream open(InputStream content, Optional<Path> labelsFile, String name, String path, Wanted wanted)
            throws IOException {
        IdxFile images = IdxFile.open(content);
        if (labelsFile.isEmpty()) {
            return new ImageStream(path, name, wanted, images, Optional.empty(), misfit(images, name, path, wanted));
        }
        Path file = labelsFile.get();
        Optional<DataProblem> unopenable = TableRows.unopenable(file, path);
        if (unopenable.isPresent()) {
            return new ImageStream(path, name, wanted, images, Optional.empty(), unopenable);
        }
        try {
            IdxFile labels = IdxFile.open(TextFile.content(file));
            Optional<DataProblem> unequal = IdxTable.misfit(path, name, images, file.toString(), labels);
            return new ImageStream(
                    path,
                    name,
                    wanted,
                    images,
                    Optional.of(labels),
                    unequal.or(() -> misfit(images, name, path, wanted)));
        } catch (IOException e) {
            DataProblem unreadable =
                    new DataProblem.Unreadable(path, file.toString(), 0, String.valueOf(e.getMessage()));
            return new ImageStream(path, name, wanted, images, Optional.empty(), Optional.of(unreadable));
        }
    }

    /** A pixel that is wanted and that images of this size do not have. */
    private static Optional<DataProblem> misfit(IdxFile images, String name, String path, Wanted wanted) {
        return wanted.asNumbers().stream()
                .filter(column -> column.matches(PIXEL + "[1-9][0-9]{0,8}"))
                .mapToInt(column -> Integer.parseInt(column.substring(PIXEL.length())))
                .max()
                .stream()
                .filter(last -> last > images.width())
                .<DataProblem>mapToObj(last -> new DataProblem.Unreadable(
                        path,
                        name,
                        0,
                        "its images have " + images.width() + " pixels, but the network was trained on at least "
                                + last))
                .findFirst();
    }

    private static String pixel(int place) {
        return PIXEL + (place + 1);
    }

    /** The names of the columns of images: a name for each pixel, and where there are labels that of theirs. */
    static List<String> names(int pixels, boolean labelled) {
        List<String> names = new ArrayList<>(
                IntStream.range(0, pixels).mapToObj(ImageStream::pixel).toList());
        if (labelled) {
            names.add(Table.LABEL);
        }
        return names;
    }

    @Override
    public List<String> header() {
        return names(images.width(), labels.isPresent());
    }

    @Override
    public Piece next(int atMost) {
        if (misfit.isPresent()) {
            return Piece.failed(misfit.get());
        }
        try {
            double[][] pixels = images.next(atMost);
            int items = pixels[0].length;
            if (items == 0) {
                return Piece.end();
            }
            long row = TableReader.FIRST_DATA_ROW + taken;
            taken += items;
            List<Column> columns = new ArrayList<>();
            for (int place = 0; place < pixels.length; place++) {
                if (wanted.contains(pixel(place))) {
                    columns.add(NumericColumn.of(pixel(place), pixels[place], row));
                }
            }
            if (labels.isPresent()) {
                columns.add(NumericColumn.of(Table.LABEL, labels.get().next(items)[0], row));
            }
            return Piece.of(new DataTable(name, columns, items));
        } catch (IOException e) {
            return Piece.unreadable(path, name, 0, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        images.close();
        if (labels.isPresent()) {
            labels.get().close();
        }
    }
}
