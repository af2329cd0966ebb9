package dev.wrapkey.provisioning;

/** A cloud that passes everything on to a real one: a test bends the part of it that it wants. */
public abstract class PassingCloud implements Cloud {

  protected final Cloud real;

  protected PassingCloud(Cloud real) {
    this.real = real;
  }

  @Override
  public Directory directory() {
    return real.directory();
  }

  @Override
  public Identities identities() {
    return real.identities();
  }

  @Override
  public KeyStores keyStores() {
    return real.keyStores();
  }

  @Override
  public KeyLife keyLife() {
    return real.keyLife();
  }

  @Override
  public NewVaults newVaults() {
    return real.newVaults();
  }

  @Override
  public KeyUsers keyUsers() {
    return real.keyUsers();
  }

  @Override
  public Networks networks() {
    return real.networks();
  }

  @Override
  public Safeguards safeguards() {
    return real.safeguards();
  }

  @Override
  public StoreLife storeLife() {
    return real.storeLife();
  }

  @Override
  public Servers servers() {
    return real.servers();
  }

  @Override
  public Watch watch() {
    return real.watch();
  }
}
