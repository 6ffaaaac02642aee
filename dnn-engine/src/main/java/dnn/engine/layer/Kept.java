package dnn.engine.layer;

/**
 * Memory that a layer keeps from its forward pass for its backward pass.
 *
 * @param name what it holds, in the layer's formulas
 * @param perItem numbers for each item of a batch
 * @param perBatch numbers for a whole batch
 */
public record Kept(String name, int perItem, int perBatch) {
    /** So many numbers for each item. */
    public static Kept ofItems(String name, int perItem) {
        return new Kept(name, perItem, 0);
    }

    /** So many numbers whatever the batch. */
    public static Kept ofBatch(String name, int perBatch) {
        return new Kept(name, 0, perBatch);
    }

    /** The count of numbers for batches of up to {@code capacity} items. */
    public long numbers(long capacity) {
        return perItem * capacity + perBatch;
    }
}
