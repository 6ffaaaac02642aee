package dnn.api.activation;

/**
 * An activation function declared outside this library: a record with the grammar annotations of those declared here.
 */
public non-sealed interface CustomActivation extends Activation {}
