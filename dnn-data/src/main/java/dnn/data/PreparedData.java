package dnn.data;

import dnn.api.dataset.Dataset;
import dnn.data.encoding.Preprocessor;

/**
 * Everything training needs of the data.
 *
 * @param preprocessor what was fitted on the training split
 * @param train items to learn from, in the order of the table
 * @param validation items to watch, none if the split has none
 * @param test items kept for the end, none if the split has none
 * @param dropped further rows that were left out because their target is missing
 * @param places of the items in the user's files
 */
public record PreparedData(
        Preprocessor preprocessor, Dataset train, Dataset validation, Dataset test, long dropped, ItemPlaces places) {}
