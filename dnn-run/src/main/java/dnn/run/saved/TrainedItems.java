package dnn.run.saved;

import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import java.util.Arrays;

/** Recognizes items that a network was trained on, by a hash of their features and targets as the network gets them. */
final class TrainedItems {
    private static final long PRIME = 0x100000001b3L;
    private static final long OFFSET = 0xcbf29ce484222325L;

    private final long[] hashes;

    TrainedItems(Dataset train) {
        hashes = hashes(train);
        Arrays.sort(hashes);
    }

    /** The number of these items that equal one of the training split in every feature and the target. */
    int among(Dataset items) {
        return (int) Arrays.stream(hashes(items))
                .filter(hash -> Arrays.binarySearch(hashes, hash) >= 0)
                .count();
    }

    private static long[] hashes(Dataset items) {
        long[] hashes = new long[items.items()];
        Arrays.setAll(hashes, item -> hash(hash(OFFSET, items.features(), item), items.targets(), item));
        return hashes;
    }

    /** FNV-1a over the bits of a column's numbers, each mixed so that all of its bits count. */
    private static long hash(long start, Matrix matrix, int item) {
        long hash = start;
        for (int row = 0; row < matrix.rows(); row++) {
            long bits = Double.doubleToLongBits(matrix.get(row, item) + 0.0);
            hash = (hash ^ bits ^ bits >>> 32) * PRIME;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
