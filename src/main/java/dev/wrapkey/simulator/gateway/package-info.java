/**
 * The practice cloud for other programs: an HTTP proxy on this machine that ends TLS for Azure's
 * host names itself.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator.gateway;
