package dnn.simd;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Scalars;
import java.util.Arrays;

/**
 * Predictions, losses and gradients of a small network in one go. Inside, matrices of items are turned around: a row is
 * one unit over all items, so that every operation runs along items and a layer of 7 units costs no more than 7 rows.
 * Rows are padded to whole tiles; the gradients of padding are 0. One thread does all of it.
 */
final class FloatChain implements DenseChain.Pass {
    /** The most weights of a chain that is run in one go. */
    private static final int MOST_WEIGHTS = 4_096;

    /** The most units of a layer, and inputs. */
    private static final int MOST_UNITS = 64;

    /** The most weights times items of a step: beyond it several threads are worth more. */
    private static final long MOST_WORK = 4_000_000;

    /** The most weights of a step for each item: a weight's gradient is a sum of parts, however few items there are. */
    private static final long MOST_WEIGHTS_AN_ITEM = 32;

    private static final int PARTS = FloatDots.PARTS;

    /** Items are padded to a multiple of it: two vectors of the greatest width. */
    private static final int PAD = 2 * PARTS;

    private final DenseChain.EndLoss loss;
    private final int[] units;
    private final FloatLink[] links;

    /**
     * All of a pass: sums of the links first, then a matrix of {@code units·row} numbers for each of the places below.
     */
    private final float[] space;

    private final int[] outputs;
    private final int[] gradients;
    private final int targets;
    private final int losses;
    private final float[] aside = new float[FloatPointwise.BLOCK];

    private FloatChain(DenseChain chain, int capacity) {
        int count = chain.links().size();
        int row = padded(capacity);
        loss = chain.loss();
        units = new int[count + 1];
        links = new FloatLink[count];
        outputs = new int[count + 1];
        gradients = new int[count + 1];
        units[0] = chain.inputs();
        int most = units[0];
        for (int l = 1; l <= count; l++) {
            DenseChain.Link link = chain.links().get(l - 1);
            units[l] = link.units();
            most = Math.max(most, units[l]);
        }
        int end = FloatLink.sums(most);
        for (int l = 0; l <= count; l++) {
            outputs[l] = end;
            end += units[l] * row;
            if (l > 0) {
                gradients[l] = end;
                end += units[l] * row;
            }
        }
        targets = end;
        end += units[count] * row;
        losses = end;
        end += units[count] * row;
        space = new float[end];
        for (int l = 1; l <= count; l++) {
            links[l - 1] = new FloatLink(chain.links().get(l - 1), units[l - 1], space);
        }
    }

    /** Tells whether chains of this size are faster in one go; without steps, whatever the items. */
    static boolean suits(DenseChain chain, int capacity, boolean steps) {
        long weights = 0;
        int before = chain.inputs();
        boolean narrow = before <= MOST_UNITS;
        for (DenseChain.Link link : chain.links()) {
            weights += (long) before * link.units();
            before = link.units();
            narrow &= before <= MOST_UNITS;
        }
        boolean few = !steps || (weights <= MOST_WEIGHTS_AN_ITEM * capacity && weights * padded(capacity) <= MOST_WORK);
        return narrow && few && !chain.links().isEmpty() && weights <= MOST_WEIGHTS;
    }

    /** A pass for up to {@code capacity} items. */
    static FloatChain of(DenseChain chain, int capacity) {
        return new FloatChain(chain, capacity);
    }

    private static int padded(int items) {
        return (items + PAD - 1) / PAD * PAD;
    }

    @Override
    public void predict(Buffer features, Buffer out, int items) {
        int row = padded(items);
        int last = links.length;
        turn((FloatArray) features, units[0], items, row, outputs[0]);
        for (int l = 1; l <= last; l++) {
            links[l - 1].forward(outputs[l - 1], outputs[l], row, aside);
        }
        turnBack(outputs[last], units[last], items, row, (FloatArray) out);
    }

    @Override
    public void evaluate(Buffer features, Buffer wanted, Buffer out, int items, Scalars sums, int index) {
        predict(features, out, items);
        turn((FloatArray) wanted, units[links.length], items, padded(items), targets);
        ((Sums) sums).values[index] += loss(items, padded(items));
    }

    @Override
    public void step(
            Buffer features,
            Buffer wanted,
            Buffer out,
            Buffer[][] parameterGradients,
            int items,
            Scalars sums,
            int index) {
        if (items == 0) {
            return;
        }
        evaluate(features, wanted, out, items, sums, index);
        int row = padded(items);
        double scale = 1.0 / items;
        for (int l = links.length; l >= 1; l--) {
            Buffer[] ofLink = parameterGradients[l - 1];
            links[l - 1].backward(
                    outputs[l - 1], gradients[l], row, scale, (FloatArray) ofLink[0], (FloatArray) ofLink[1]);
            if (l > 1) {
                links[l - 1].inputGradient(gradients[l], gradients[l - 1], row);
                links[l - 2].timesDerivative(outputs[l - 1], gradients[l - 1], row);
            }
        }
    }

    /** The items' losses; A[L] and dZ[L] are there afterwards. */
    private double loss(int items, int row) {
        int last = links.length;
        int rows = units[last];
        int values = outputs[last];
        int gradient = gradients[last];
        double sum = 0;
        switch (loss) {
            case SIGMOID_CROSS_ENTROPY -> {
                float scale = FloatFunctions.number(1.0 / rows);
                FloatLosses.pass(
                        space,
                        values,
                        space,
                        targets,
                        space,
                        values,
                        space,
                        gradient,
                        space,
                        losses,
                        scale,
                        rows * row,
                        aside);
                for (int k = 0; k < rows; k++) {
                    sum += FloatSums.inOrder(space, losses + k * row, items) / rows;
                }
            }
            case SOFTMAX_CROSS_ENTROPY -> {
                for (int i = 0; i < row; i += FloatSoftmax.ITEMS) {
                    FloatSoftmax.softmax(rows, row, space, values + i, space, targets + i, space, losses + i, aside);
                }
                FloatLosses.difference(1, space, values, space, targets, space, gradient, rows * row);
                sum = FloatSums.inOrder(space, losses, items);
            }
            case SQUARED_ERROR -> {
                FloatLosses.difference(
                        FloatFunctions.number(2.0 / rows), space, values, space, targets, space, gradient, rows * row);
                for (int k = 0; k < rows; k++) {
                    sum += FloatSums.squaredErrors(space, values + k * row, space, targets + k * row, items) / rows;
                }
                links[last - 1].timesDerivative(values, gradient, row);
            }
        }
        for (int k = 0; k < rows; k++) {
            Arrays.fill(space, gradient + k * row + items, gradient + (k + 1) * row, 0);
        }
        return sum;
    }

    /** Items as rows become items as columns, padded with zeros. */
    private void turn(FloatArray from, int rows, int items, int row, int to) {
        float[] values = from.values();
        if (rows == 1) {
            System.arraycopy(values, from.offset, space, to, items);
        } else {
            for (int k = 0; k < rows; k++) {
                int at = from.offset + k;
                for (int i = 0; i < items; i++) {
                    space[to + k * row + i] = values[at + i * rows];
                }
            }
        }
        for (int k = 0; k < rows; k++) {
            Arrays.fill(space, to + k * row + items, to + (k + 1) * row, 0);
        }
    }

    private void turnBack(int from, int rows, int items, int row, FloatArray to) {
        float[] values = to.values();
        for (int k = 0; k < rows; k++) {
            int at = to.offset + k;
            for (int i = 0; i < items; i++) {
                values[at + i * rows] = space[from + k * row + i];
            }
        }
    }
}
