/**
 * The main job without a screen and without a vendor's library: the plan of a server, the port to
 * the cloud, and the steps that carry a plan out.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.provisioning;
