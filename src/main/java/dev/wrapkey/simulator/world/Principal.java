package dev.wrapkey.simulator.world;

/**
 * Who makes a call.
 *
 * @param objectId to which rights are given
 * @param appId application id
 * @param name for audit logs
 * @param trustedService the call comes from an Azure service on the trusted list, on behalf of this
 *     principal
 */
public record Principal(String objectId, String appId, String name, boolean trustedService) {}
