/**
 * Tables in memory, column by column, and how they are read from files. What a column is used for does not belong here.
 */
@NullMarked
package dnn.data.table;

import org.jspecify.annotations.NullMarked;
