package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;

/**
 * Has key stores make new versions, each once: the newest version is written down before the
 * request, and after a kill or a lost answer a version that is newer than that one is taken for
 * ours, or at least as good.
 */
record NewVersions(Cloud cloud) {

  void make(Course course) {
    for (Purpose purpose : course.entry().order().leaving()) {
      Keys.key(course.entry().order().base(), purpose)
          .ifPresent(key -> make(course, purpose, key.versionless()));
    }
  }

  private void make(Course course, Purpose purpose, KeyIdentifier key) {
    RotationOrder order = course.entry().order();
    boolean wanted = order.newVersions().contains(purpose);
    boolean pinned = Keys.key(order.base(), purpose).flatMap(KeyIdentifier::version).isPresent();
    if (course.entry().made().versions().containsKey(purpose) || !wanted && pinned) {
      return;
    }
    KeyIdentifier noted = course.entry().made().noted().get(purpose);
    boolean asked = noted != null;
    KeyIdentifier before = noted == null ? newest(course, key) : noted;
    course.ledger().made(made -> made.noting(purpose, before));
    if (wanted) {
      KeyIdentifier version = course.change(new Attempt(key, before, asked)::version);
      course.ledger().made(made -> made.making(purpose, version));
    }
  }

  /** After a kill: versions that were asked for and made, though nobody has read the answer. */
  void discover(Course course) {
    for (Purpose purpose : course.entry().order().newVersions()) {
      KeyIdentifier noted = course.entry().made().noted().get(purpose);
      if (noted != null && !course.entry().made().versions().containsKey(purpose)) {
        KeyIdentifier newest = newest(course, noted.versionless());
        if (!Keys.isSameVersion(newest, noted)) {
          course.ledger().made(made -> made.making(purpose, newest));
        }
      }
    }
  }

  private KeyIdentifier newest(Course course, KeyIdentifier key) {
    return course.call(() -> cloud.keyStores().get(key)).id();
  }

  /** From the second time on it looks before it asks: the first answer may have been lost. */
  private final class Attempt {

    private final KeyIdentifier key;
    private final KeyIdentifier before;
    private boolean asked;

    Attempt(KeyIdentifier key, KeyIdentifier before, boolean asked) {
      this.key = key;
      this.before = before;
      this.asked = asked;
    }

    KeyIdentifier version() {
      if (asked) {
        Key newest = cloud.keyStores().get(key);
        if (!Keys.isSameVersion(newest.id(), before)) {
          return newest.id();
        }
      }
      asked = true;
      return cloud.keyStores().rotate(key).id();
    }
  }
}
