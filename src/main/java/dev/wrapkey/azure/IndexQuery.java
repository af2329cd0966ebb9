package dev.wrapkey.azure;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;

/**
 * What is asked of Resource Graph. Every query shows {@code id}, without which Azure gives no
 * second page, and puts the rows in an order, without which a row may come twice ("Working with
 * large Azure resource data sets", read on 22 November 2026).
 */
final class IndexQuery {

  private static final String ORDER = " | order by id asc";

  static final String SERVERS =
      "resources | where type =~ "
          + text(ResourceId.SERVER)
          + " | project id, name, type, location, tags, sku, identity, properties"
          + ORDER;

  private IndexQuery() {}

  /**
   * The stores of one subscription.
   *
   * @param there those of the region, or all others
   */
  static String stores(KeyStore.Kind kind, KeyStores.Where where, boolean there) {
    String type = kind == KeyStore.Kind.KEY_VAULT ? ResourceId.VAULT : ResourceId.MANAGED_HSM;
    return "resources | where type =~ "
        + text(type)
        + " and subscriptionId in~ ("
        + text(where.subscription())
        + ") and location "
        + (there ? "=~ " : "!~ ")
        + text(Region.shortName(where.region()))
        + " | project id, name, type, location, tags, sku, properties"
        + ORDER;
  }

  /** A text between quotes that nothing in it can end. */
  static String text(String value) {
    StringBuilder text = new StringBuilder("'");
    value
        .chars()
        .filter(c -> c >= ' ')
        .forEach(
            c -> {
              if (c == '\'' || c == '\\') {
                text.append('\\');
              }
              text.append((char) c);
            });
    return text.append('\'').toString();
  }
}
