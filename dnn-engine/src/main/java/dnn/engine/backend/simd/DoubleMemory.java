package dnn.engine.backend.simd;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Scalars;
import dnn.engine.backend.Transfers;
import java.util.Arrays;

/** Memory in arrays of double64. Remembers nothing between calls, so any number of threads may use it at once. */
class DoubleMemory implements Transfers {
    @Override
    public Buffer allocate(int length) {
        return new DoubleArray(new double[length]);
    }

    @Override
    public Scalars allocateScalars(int count) {
        return new Sums(count);
    }

    @Override
    public void write(double[] source, int from, Buffer destination) {
        DoubleArray to = array(destination);
        for (int i = 0; i < to.length(); i++) {
            to.values()[to.offset + i] = DoubleFunctions.number(source[from + i]);
        }
    }

    @Override
    public void read(Buffer source, int count, double[] destination) {
        DoubleArray from = array(source);
        for (int i = 0; i < count; i++) {
            destination[i] = from.values()[from.offset + i];
        }
    }

    @Override
    public void copy(Buffer source, Buffer destination, int count) {
        DoubleArray x = array(source);
        DoubleArray y = array(destination);
        System.arraycopy(x.values(), x.offset, y.values(), y.offset, count);
    }

    @Override
    public void clear(Scalars scalars) {
        Arrays.fill(((Sums) scalars).values, 0);
    }

    @Override
    public double read(Scalars scalars, int index) {
        return ((Sums) scalars).values[index];
    }

    @Override
    public void gatherColumns(Buffer source, int rows, int[] indices, int from, int count, Buffer destination) {
        DoubleArray x = array(source);
        DoubleArray y = array(destination);
        DoublePasses.gather(x.values(), x.offset, rows, indices, from, count, y.values(), y.offset);
    }

    static DoubleArray array(Buffer buffer) {
        return (DoubleArray) buffer;
    }
}
