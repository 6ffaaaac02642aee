package dnn.engine.metric;

import dnn.api.dataset.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Right and wrong predictions class by class. Immutable and thread-safe.
 *
 * @param classes figures of each class, in the order of their numbers
 * @param confusion items by their true class (outer list) and predicted class (inner list)
 */
public record ClassReport(List<OfClass> classes, List<List<Long>> confusion) {
    public ClassReport {
        classes = List.copyOf(classes);
        confusion = List.copyOf(confusion);
    }

    /**
     * Figures of one class.
     *
     * @param items of the class
     * @param precision TP/(TP + FP), 0 where nothing was predicted
     * @param recall TP/(TP + FN), 0 without items
     * @param f1 2TP/(2TP + FP + FN)
     */
    public record OfClass(long items, double precision, double recall, double f1) {}

    /**
     * The report of outputs.
     *
     * @param outputs of the network, (n_L, m)
     * @param targets Y, (n_L, m), one class an item
     */
    public static ClassReport of(Outputs outputs, Matrix targets) {
        Scored items = new Scored(outputs.meaning());
        Matrix values = outputs.values();
        items.add(values.values(), targets.values(), values.rows(), values.columns());
        long[][] confusion = ClassFigures.confusion(items);
        List<OfClass> classes = new ArrayList<>();
        for (int label = 0; label < confusion.length; label++) {
            ClassFigures.Counts counts = ClassFigures.counts(confusion, label);
            classes.add(new OfClass(counts.support(), counts.precision(), counts.recall(), counts.f1()));
        }
        return new ClassReport(
                classes,
                Arrays.stream(confusion)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }
}
