/** Turns tables, images and point sets into matrices: reading, profiles, splits, preprocessing. */
@SuppressWarnings("requires-automatic") // Commons Math has no module of its own.
module dnn.data {
    requires transitive dnn.api;
    requires de.siegmar.fastcsv;
    requires commons.math3;

    exports dnn.data;
    exports dnn.data.column;
    exports dnn.data.encoding;
    exports dnn.data.newdata;
    exports dnn.data.problem;
    exports dnn.data.table;
}
