package dnn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.dataset.Matrix;
import dnn.engine.network.ParameterTensor;
import java.util.Arrays;

/** Matrices as {@code double[row][column]}, one column an item, and sums that follow the blackboard. */
public final class Blackboard {
    public static final double ROUNDING = 1e-13;

    private Blackboard() {}

    public interface OfNumber {
        double at(double value);
    }

    public static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    public static double[][] byRows(Matrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int k = 0; k < matrix.rows(); k++) {
            for (int i = 0; i < matrix.columns(); i++) {
                rows[k][i] = matrix.get(k, i);
            }
        }
        return rows;
    }

    public static double[][] rows(ParameterTensor tensor) {
        double[][] rows = new double[tensor.rows()][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = Arrays.copyOfRange(tensor.values(), k * tensor.columns(), (k + 1) * tensor.columns());
        }
        return rows;
    }

    public static double[][] times(double[][] left, double[][] right) {
        double[][] product = new double[left.length][right[0].length];
        for (int k = 0; k < left.length; k++) {
            for (int i = 0; i < right[0].length; i++) {
                for (int j = 0; j < right.length; j++) {
                    product[k][i] += left[k][j] * right[j][i];
                }
            }
        }
        return product;
    }

    public static double[][] transposed(double[][] matrix) {
        double[][] result = new double[matrix[0].length][matrix.length];
        for (int k = 0; k < matrix.length; k++) {
            for (int j = 0; j < matrix[0].length; j++) {
                result[j][k] = matrix[k][j];
            }
        }
        return result;
    }

    public static double[][] plus(double[][] matrix, double[][] column) {
        double[][] sum = new double[matrix.length][matrix[0].length];
        for (int k = 0; k < matrix.length; k++) {
            for (int i = 0; i < matrix[0].length; i++) {
                sum[k][i] = matrix[k][i] + column[k][0];
            }
        }
        return sum;
    }

    public static double[][] pointwise(double[][] left, double[][] right) {
        double[][] product = new double[left.length][left[0].length];
        for (int k = 0; k < left.length; k++) {
            for (int i = 0; i < left[0].length; i++) {
                product[k][i] = left[k][i] * right[k][i];
            }
        }
        return product;
    }

    public static double[][] map(double[][] matrix, OfNumber function) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(function::at).toArray())
                .toArray(double[][]::new);
    }

    public static void close(double[][] found, double[][] expected) {
        assertThat(found.length).isEqualTo(expected.length);
        for (int k = 0; k < expected.length; k++) {
            assertThat(found[k]).usingComparatorWithPrecision(ROUNDING).containsExactly(expected[k]);
        }
    }
}
