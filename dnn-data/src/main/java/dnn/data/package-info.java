/**
 * Tables and built-in point sets become matrices: splits, preprocessing fitted on the training split, and the profile
 * that checks read. Nothing of networks or of YAML belongs here.
 */
@NullMarked
package dnn.data;

import org.jspecify.annotations.NullMarked;
