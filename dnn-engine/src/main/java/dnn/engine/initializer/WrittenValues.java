package dnn.engine.initializer;

import dnn.api.initializer.Numbers;
import dnn.api.random.RandomStream;

/**
 * The numbers as written: (rows, columns) rows, or for a tensor of one column a flat list.
 *
 * @param numbers as written
 */
record WrittenValues(Numbers numbers) implements InitialValues {
    @Override
    public double[] draw(TensorPlace place, RandomStream stream) {
        int rows =
                numbers.nested() ? numbers.rows().size() : numbers.rows().get(0).size();
        int columns = numbers.nested() && rows > 0 ? numbers.rows().get(0).size() : 1;
        if (!numbers.isRectangular() || rows != place.rows() || columns != place.columns()) {
            String written = numbers.isRectangular() ? "(" + rows + ", " + columns + ")" : "rows of different lengths";
            throw new IllegalArgumentException(place.name() + " needs (" + place.rows() + ", " + place.columns()
                    + ") numbers, the written values are " + written);
        }
        return numbers.flattened();
    }
}
