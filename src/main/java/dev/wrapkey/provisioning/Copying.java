package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;

/** What a copy of a server starts with: all that it takes over, and nothing that it cannot have. */
public final class Copying {

  private Copying() {}

  /**
   * The plan of a copy, without a name. High availability is off (portal specification RST-9,
   * REP-3); geo-redundancy stays with a restore in the source's region only (RST-7, REP-3). The
   * encryption is the source's as far as its keys can serve where the copy will be: of a
   * geo-restored server the key of the geo-redundant backup becomes the first one (RST-8), and a
   * replica in another region has none yet (CMK-34).
   *
   * @param compute the source's size with all its figures
   * @param region short name of the copy's region
   */
  public static Plan of(
      Server source,
      Subscription subscription,
      Plan.Compute compute,
      Origin origin,
      String region) {
    Setup setup = source.setup();
    boolean geo =
        origin.mode() == Origin.Mode.POINT_IN_TIME && setup.backup().plan().geoRedundant();
    return new Plan(
        new Plan.Basics(
            subscription,
            source.id().resourceGroup(),
            false,
            "",
            region,
            source.summary().version(),
            "",
            new Plan.Authentication(
                setup.authentication(), source.summary().login(), Secret.EMPTY, List.of())),
        new Plan.Configuration(
            compute,
            setup.storage(),
            Plan.HighAvailability.NONE,
            new Plan.Backup(setup.backup().plan().retentionDays(), geo)),
        networking(setup.network(), region.equals(source.region())),
        encryption(source, origin, region),
        setup.tags(),
        Optional.of(origin));
  }

  // The method stays (RST-4); a network of another region does not serve.
  private static Plan.Networking networking(Setup.Network network, boolean sameRegion) {
    if (!network.isPrivate()) {
      return Plan.Networking.open(network.publicAccess(), false, List.of());
    }
    Optional<Plan.PrivateAccess> access =
        network
            .subnet()
            .filter(_ -> sameRegion)
            .flatMap(
                subnet -> network.zone().map(zone -> new Plan.PrivateAccess(subnet, zone, false)));
    return new Plan.Networking(
        Plan.Networking.Method.PRIVATE, false, false, List.of(), List.of(), access);
  }

  private static DataEncryption encryption(Server source, Origin origin, String region) {
    DataEncryption present = source.encryption();
    if (!present.isCustomerManaged()) {
      return DataEncryption.serviceManaged();
    }
    return switch (origin.mode()) {
      case POINT_IN_TIME -> pair(present.key(), present.identity(), present.geo());
      case GEO ->
          pair(
              present.geo().map(GeoEncryption::key),
              present.geo().map(GeoEncryption::identity),
              Optional.empty());
      case REPLICA -> {
        boolean near = region.equals(source.region());
        yield pair(
            present.key().filter(_ -> near),
            present.identity().filter(_ -> near),
            Optional.empty());
      }
    };
  }

  /** Without the service's words on the keys. */
  private static DataEncryption pair(
      Optional<KeyIdentifier> key, Optional<ResourceId> identity, Optional<GeoEncryption> geo) {
    return new DataEncryption(
        DataEncryption.Mode.CUSTOMER_MANAGED,
        key,
        identity,
        Optional.empty(),
        geo.map(g -> new GeoEncryption(g.key(), g.identity(), Optional.empty())));
  }
}
