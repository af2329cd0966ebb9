package dev.wrapkey.simulator.world;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays out the starter landscape in an empty world. */
public final class Starter {

  private static final String IDENTITIES = "Microsoft.ManagedIdentity/userAssignedIdentities";

  private final World world;
  private final Landscape landscape;
  private final Principal application;
  private final Ids ids;
  private final SecureRandom random;

  public Starter(World world, Landscape landscape, Principal application, SecureRandom random) {
    this.world = world;
    this.landscape = landscape;
    this.application = application;
    this.ids = new Ids(random);
    this.random = random;
  }

  /** Everything but the servers. */
  public void layOut() {
    landscape.subscriptions().forEach(s -> world.subscriptions().put(s.id(), s));
    for (Landscape.Group group : landscape.groups()) {
      ArmId id = ArmId.group(group.subscription(), group.name());
      world.groups().put(id.key(), new ResourceGroup(id, group.region(), new TreeMap<>()));
    }
    for (Landscape.Person person : landscape.identities()) {
      ArmId id = person.place().id(IDENTITIES, person.name());
      Identity identity =
          new Identity(
              id,
              person.place().region(),
              person.principalId(),
              person.clientId(),
              new TreeMap<>());
      world.identities().put(id.key(), identity);
    }
    landscape.applications().forEach(this::layApplication);
    landscape.vaults().forEach(this::layVault);
    landscape.assignments().forEach(this::layGrant);
  }

  private void layApplication(Landscape.App app) {
    List<String> trusts = app.trusts().stream().map(name -> identity(name).clientId()).toList();
    world
        .applications()
        .put(
            app.clientId().toLowerCase(Locale.ROOT),
            new MultiTenantApplication(app.name(), app.clientId(), app.objectId(), trusts));
  }

  private void layVault(Landscape.Store store) {
    ArmId id = store.place().id(store.type(), store.name());
    List<Vault.Policy> policies =
        store.access().policies().stream()
            .map(p -> new Vault.Policy(principalOf(p.who()), p.keys()))
            .toList();
    Vault vault =
        new Vault(
            id,
            store.place().region(),
            store.protection(),
            new Vault.Rights(store.access().rbac(), policies),
            store.access().firewall(),
            new TreeMap<>(),
            Vault.Details.ofSku(store.sku()));
    world.vaults().put(id.key(), vault);
    store.keys().forEach(k -> layKey(vault, k));
  }

  private void layKey(Vault vault, Landscape.StoredKey stored) {
    List<Key.Version> versions = new ArrayList<>();
    Integer starts = stored.startsInDays();
    for (int age : stored.versionsDaysAgo()) {
      Instant made = daysAgo(age);
      Key.Life life =
          new Key.Life(
              stored.enabled(), made, made, starts == null ? null : daysAgo(-starts), null);
      versions.add(
          new Key.Version(
              ids.keyVersion(), stored.kind(), KeyShelf.usualOperations(stored.kind()), life));
    }
    world
        .keys()
        .put(
            World.keyOf(vault.host(), stored.name()),
            new Key(vault.host(), stored.name(), versions));
  }

  private void layGrant(Landscape.Grant grant) {
    String scope =
        grant.scope().startsWith("vault:")
            ? vault(grant.scope().substring(6)).id().text()
            : grant.scope();
    RoleAssignment made =
        new RoleAssignment(
            ids.guid(),
            scope,
            world.roles().named(grant.role()).id(),
            principalOf(grant.who()),
            grant.justMade() ? world.now() : daysAgo(420),
            grant.justMade() ? world.pace().propagation() : null);
    world.assignments().put(made.name(), made);
  }

  /**
   * The servers with their storage: the keys they need are made first, all at once. Keys expire
   * after that, because nothing is sealed with an expired one.
   */
  public void layOutServers(Servers servers, ServerKeys keys, KeySafe safe) {
    List<Key.Version> needed = new ArrayList<>(List.of(keys.serviceVersion()));
    for (Landscape.Database database : landscape.servers()) {
      Landscape.Lock lock = database.lock();
      if (lock != null) {
        needed.add(version(lock.key()));
        Stream.ofNullable(lock.geoKey()).map(this::version).forEach(needed::add);
      }
    }
    safe.prepare(needed);
    landscape.servers().forEach(d -> layServer(servers, d));
    landscape.vaults().forEach(this::expire);
  }

  private void layServer(Servers servers, Landscape.Database database) {
    Server server = server(database);
    ServerSettings usual = ServerSettings.usual(server.id());
    boolean geo = server.encryption().geo() != null;
    servers.place(
        server, geo ? usual.with(new ServerSettings.Standby("Disabled", "", true)) : usual);
    if (database.officeMayConnect()) {
      FirewallRule office =
          new FirewallRule(
              server.id().child("firewallRules", "office"),
              KeyGate.CLIENT_ADDRESS,
              KeyGate.CLIENT_ADDRESS,
              server.status().created());
      world.firewallRules().put(office.id().key(), office);
    }
  }

  private void expire(Landscape.Store store) {
    for (Landscape.StoredKey stored : store.keys()) {
      Integer expired = stored.expiredDaysAgo();
      if (expired != null) {
        String place = World.keyOf(vault(store.name()).host(), stored.name());
        Key key = world.keys().get(place).orElseThrow();
        world.keys().put(place, key.expiringAt(daysAgo(expired)));
      }
    }
  }

  private Server server(Landscape.Database database) {
    byte[] password = new byte[24];
    random.nextBytes(password);
    Server.Admin admin =
        new Server.Admin(
            database.login(), Verifier.of(Base64.getEncoder().encodeToString(password), random));
    Instant made = daysAgo(database.daysAgo());
    return new Server(
        database.place().id(Server.TYPE, database.name()),
        database.place().region(),
        database.shape(),
        admin,
        encryption(database.lock()),
        new Server.Status(made, ids.guid(), Lifecycle.settled(made, "Ready")));
  }

  private Server.Encryption encryption(Landscape.@Nullable Lock lock) {
    if (lock == null) {
      return Server.Encryption.SERVICE_MANAGED;
    }
    ArmId identity = identity(lock.identity()).id();
    String geoKey = lock.geoKey();
    String geoIdentity = lock.geoIdentity();
    if (geoKey == null || geoIdentity == null) {
      return new Server.Encryption(uri(lock.key()), identity, List.of(identity));
    }
    Server.Geo geo = new Server.Geo(uri(geoKey), identity(geoIdentity).id());
    return new Server.Encryption(uri(lock.key()), identity, List.of(identity, geo.identity()), geo);
  }

  private String uri(String place) {
    String[] parts = place.split("/");
    String uri = "https://" + vault(parts[0]).host() + "/keys/" + parts[1];
    return parts.length == 2 ? uri : uri + "/" + version(place).id();
  }

  private Key.Version version(String place) {
    String[] parts = place.split("/");
    Key key = world.keys().get(World.keyOf(vault(parts[0]).host(), parts[1])).orElseThrow();
    return parts.length == 2 ? key.newest() : key.versions().get(Integer.parseInt(parts[2]) - 1);
  }

  private Vault vault(String name) {
    return world.vaults().all().stream()
        .filter(v -> v.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Identity identity(String name) {
    return world.identities().all().stream()
        .filter(i -> i.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String principalOf(String who) {
    return who.equals(Landscape.APPLICATION)
        ? application.objectId()
        : world.applications().all().stream()
            .filter(app -> app.name().equals(who))
            .findFirst()
            .map(MultiTenantApplication::objectId)
            .orElseGet(() -> identity(who).principalId());
  }

  private Instant daysAgo(int days) {
    return world.now().minus(Duration.ofDays(days));
  }
}
