package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Refusal;

/**
 * What Azure Resource Manager says when it refuses: recorded texts unless docs/practice-cloud.md
 * says otherwise.
 */
final class ArmErrors {

  private ArmErrors() {}

  static Refusal subscriptionNotFound(String id) {
    return new Refusal(
        404, "SubscriptionNotFound", "The subscription '%s' could not be found.".formatted(id));
  }

  static Refusal groupNotFound(String name) {
    return new Refusal(
        404, "ResourceGroupNotFound", "Resource group '%s' could not be found.".formatted(name));
  }

  static Refusal notFound(ArmId id) {
    return new Refusal(
        404,
        "ResourceNotFound",
        ("The Resource '%s/%s' under resource group '%s' was not found. "
                + "For more details please go to https://aka.ms/ARMResourceNotFoundFix")
            .formatted(id.type(), id.name(), id.group()));
  }

  static Refusal childNotFound(String name) {
    return new Refusal(
        404, "ResourceNotFound", "The specified resource %s was not found.".formatted(name));
  }

  /** Of the PostgreSQL service itself (recorded 2021-06-01 to 2023-06-01-preview). */
  static Refusal typedNotFound(String type, String name) {
    return new Refusal(
        404,
        "ResourceNotFound",
        "The requested resource of type '%s' with name '%s' was not found.".formatted(type, name));
  }

  static Refusal parentNotFound(String verb, String type, ArmId parent) {
    return new Refusal(
        404,
        "ParentResourceNotFound",
        "Failed to perform '%s' on resource(s) of type '%s', because the parent resource '%s' could not be found."
            .formatted(verb, type, parent.text()));
  }

  static Refusal noSuchRoute(String method, String path) {
    return new Refusal(
        404,
        "PracticeCloudRouteUnknown",
        "The practice cloud does not simulate %s %s. Azure itself may know it."
            .formatted(method, path));
  }

  static Refusal methodNotAllowed(String method, String path) {
    return new Refusal(
        405,
        "MethodNotAllowed",
        "The practice cloud does not simulate %s on %s.".formatted(method, path));
  }

  static Refusal missingApiVersion() {
    return new Refusal(
        400,
        "MissingApiVersionParameter",
        "The api-version query parameter (?api-version=) is required for all requests.");
  }

  static Refusal invalidContent(String why) {
    return new Refusal(
        400,
        "InvalidRequestContent",
        "The request content was invalid and could not be deserialized: '%s'.".formatted(why));
  }

  static Refusal invalidParameter(String name) {
    return new Refusal(
        400,
        "InvalidParameterValue",
        "Invalid value given for parameter %s. Specify a valid parameter value.".formatted(name));
  }

  static Refusal regionNotAvailable(String region, String type) {
    return new Refusal(
        400,
        "LocationNotAvailableForResourceType",
        "The provided location '%s' is not available for resource type '%s'."
            .formatted(region, type));
  }

  static Refusal unauthenticated() {
    return new Refusal(
        401,
        "AuthenticationFailed",
        "Authentication failed. The 'Authorization' header is missing or invalid.");
  }

  static Refusal unauthorized(Principal caller, String action, String scope) {
    return new Refusal(
        403,
        "AuthorizationFailed",
        ("The client '%s' with object id '%s' does not have authorization to perform action '%s'"
                + " over scope '%s' or the scope is invalid. If access was recently granted, please"
                + " refresh your credentials.")
            .formatted(caller.appId(), caller.objectId(), action, scope));
  }
}
