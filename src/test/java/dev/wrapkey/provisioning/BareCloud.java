package dev.wrapkey.provisioning;

import java.util.List;

/** A port that answers nothing: a test plays the part of it that is asked. */
public abstract class BareCloud implements Cloud, Directory {

  @Override
  public Directory directory() {
    return this;
  }

  @Override
  public Identities identities() {
    throw unasked();
  }

  @Override
  public KeyStores keyStores() {
    throw unasked();
  }

  @Override
  public KeyLife keyLife() {
    throw unasked();
  }

  @Override
  public NewVaults newVaults() {
    throw unasked();
  }

  @Override
  public KeyUsers keyUsers() {
    throw unasked();
  }

  @Override
  public Networks networks() {
    throw unasked();
  }

  @Override
  public Safeguards safeguards() {
    throw unasked();
  }

  @Override
  public StoreLife storeLife() {
    throw unasked();
  }

  @Override
  public Servers servers() {
    throw unasked();
  }

  @Override
  public Watch watch() {
    throw unasked();
  }

  @Override
  public List<Subscription> subscriptions() {
    throw unasked();
  }

  @Override
  public List<Region> regions(String subscription) {
    throw unasked();
  }

  @Override
  public RegionOffer offer(String subscription, String region) {
    throw unasked();
  }

  @Override
  public List<ResourceGroup> resourceGroups(String subscription) {
    throw unasked();
  }

  @Override
  public Plan.Administrator signedIn() {
    throw unasked();
  }

  @Override
  public ResourceGroup createResourceGroup(String subscription, String name, String region) {
    throw unasked();
  }

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("this test does not play it");
  }
}
