package dnn.data.table;

import java.util.Arrays;

/**
 * The place of every row of a table, by {@link RowPlace}. Only where a row does not follow the one before line by line
 * is anything kept, so that it takes next to no memory. Not thread-safe while rows are added.
 */
public final class RowPlaces {
    private static final int FIRST_CAPACITY = 4;
    private static final long NO_PLACE = -1;

    private int[] firstItems = new int[FIRST_CAPACITY];
    private long[] places = new long[FIRST_CAPACITY];
    private int stretches;
    private int items;
    private long expected = NO_PLACE;

    RowPlaces() {}

    /** Adds the place of the next row. */
    void add(long place) {
        if (place != expected) {
            if (stretches == places.length) {
                firstItems = Arrays.copyOf(firstItems, 2 * stretches);
                places = Arrays.copyOf(places, 2 * stretches);
            }
            firstItems[stretches] = items;
            places[stretches] = place;
            stretches++;
        }
        items++;
        expected = place + 1;
    }

    /** Tells whether the rows have places: those of images and of drawn points have none. */
    public boolean isEmpty() {
        return items == 0;
    }

    /** The place of a row, from 0. */
    public long of(int item) {
        int found = Arrays.binarySearch(firstItems, 0, stretches, item);
        int stretch = found >= 0 ? found : -found - 2;
        return places[stretch] + (item - firstItems[stretch]);
    }
}
