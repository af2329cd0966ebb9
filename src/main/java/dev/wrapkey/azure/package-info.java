/** The only implementation of the port to the cloud, on Microsoft's Java SDK. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.azure;
