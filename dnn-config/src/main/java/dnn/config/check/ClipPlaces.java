package dnn.config.check;

import dnn.api.data.Clipping;
import dnn.api.data.Preprocessing;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The places where an experiment declares bounds for outliers: for all numeric columns, and for single ones in their
 * place.
 */
final class ClipPlaces {
    /** The path of the bounds that hold for every numeric column without bounds of its own. */
    static final String COMMON = KeyPaths.DATA_PREPROCESSING_NUMERIC_CLIP;

    private ClipPlaces() {}

    /** Each with its path. */
    static Map<String, Clipping> of(Preprocessing preprocessing) {
        Map<String, Clipping> places = new LinkedHashMap<>();
        preprocessing.numeric().clip().ifPresent(clip -> places.put(COMMON, clip));
        preprocessing
                .columns()
                .forEach((name, column) -> column.clip()
                        .ifPresent(clip -> places.put(
                                ValuePath.child(ValuePath.child(KeyPaths.DATA_PREPROCESSING_COLUMNS, name), "clip"),
                                clip)));
        return places;
    }
}
