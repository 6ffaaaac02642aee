package dnn.run.outline;

/**
 * The part of a layer's numbers that is shown: all of a small one, of a large one the beginning.
 *
 * @param rows units shown
 * @param columns columns of W shown
 */
public record Corner(int rows, int columns) {
    private static final int MOST_ROWS = 24;
    private static final int MOST_COLUMNS = 24;
    private static final int ROWS = 10;
    private static final int COLUMNS = 8;

    /** Of this layer. */
    public static Corner of(LayerNumbers layer) {
        int columns = layer.weights().isPresent() ? layer.inputs().size() : 0;
        return new Corner(
                layer.units() <= MOST_ROWS ? layer.units() : ROWS, columns <= MOST_COLUMNS ? columns : COLUMNS);
    }
}
