/** Turns tables, images and point sets into matrices: reading, profiles, splits, preprocessing. */
// Commons Math has no module of its own; the modules that get more than users are compiled later.
@SuppressWarnings({"module", "requires-automatic"})
module dnn.data {
    requires transitive dnn.api;
    requires de.siegmar.fastcsv;
    requires commons.math3;

    exports dnn.data;
    exports dnn.data.encoding;
    exports dnn.data.newdata;
    exports dnn.data.problem;
    exports dnn.data.column to
            dnn.run;
    exports dnn.data.table to
            dnn.bench;
}
