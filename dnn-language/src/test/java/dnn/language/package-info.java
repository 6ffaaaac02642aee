/** Tests of the answers to editors. */
@org.jspecify.annotations.NullMarked
package dnn.language;
