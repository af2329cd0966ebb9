package dev.wrapkey.provisioning;

/**
 * A management lock.
 *
 * @param name its name
 * @param scope what it is on: a resource, a resource group or a subscription, as an identifier
 * @param readOnly true if it forbids every change, false if only deletion
 */
public record Lock(String name, String scope, boolean readOnly) {}
