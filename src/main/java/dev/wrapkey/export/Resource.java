package dev.wrapkey.export;

import dev.wrapkey.export.Value.Members;
import dev.wrapkey.provisioning.ResourceId;
import java.util.List;

/**
 * One resource of a template.
 *
 * @param symbol what the template calls it
 * @param id what it is and where; of the server and its parts the name is a parameter
 * @param apiVersion of its provider
 * @param body everything but type, name and version
 * @param after the symbols of what must exist before
 */
record Resource(String symbol, ResourceId id, String apiVersion, Members body, List<String> after) {

  boolean isServer() {
    return id.type().equals(ResourceId.SERVER);
  }

  boolean isPartOfServer() {
    return id.type().startsWith(ResourceId.SERVER + "/");
  }

  /** The last of its names. */
  String ownName() {
    return id.name().substring(id.name().lastIndexOf('/') + 1);
  }

  boolean isBeside(ResourceId other) {
    return id.subscription().equalsIgnoreCase(other.subscription())
        && id.resourceGroup().equalsIgnoreCase(other.resourceGroup());
  }
}
