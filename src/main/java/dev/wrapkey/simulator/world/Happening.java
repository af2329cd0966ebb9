package dev.wrapkey.simulator.world;

/** What can happen in the practice cloud without anybody doing anything. */
public enum Happening {
  ENDS(Agenda.Kind.OPERATION, "end of %s"),
  SETTLES(Agenda.Kind.OPERATION, "the server settles"),
  FIRST_BACKUP(Agenda.Kind.BACKUP, "first backup"),
  DAILY_BACKUP(Agenda.Kind.BACKUP, "daily backup"),
  LOOK(Agenda.Kind.LOOK, "the server's look at its key"),
  INACCESSIBLE(Agenda.Kind.INACCESSIBLE, "the server becomes inaccessible"),
  ACCESSIBLE(Agenda.Kind.ACCESSIBLE, "the server comes back"),
  FOLLOW(Agenda.Kind.FOLLOW, "the server takes up the newest version of its key"),
  VAULT(Agenda.Kind.VAULT, "the vault's name is registered"),
  ACTIVATION(Agenda.Kind.ACTIVATION, "a version of the key becomes valid"),
  EXPIRY(Agenda.Kind.EXPIRY, "a version of the key expires"),
  ROTATION(Agenda.Kind.ROTATION, "rotation by the key's policy"),
  VAULT_PURGE(Agenda.Kind.PURGE, "end of the vault's soft delete"),
  KEY_PURGE(Agenda.Kind.PURGE, "end of the key's soft delete"),
  DELETION(Agenda.Kind.DELETION, "the deletion of the key is over"),
  RIGHT(Agenda.Kind.RIGHT, "a role assignment has its effect");

  private final Agenda.Kind kind;
  private final String words;

  Happening(Agenda.Kind kind, String words) {
    this.kind = kind;
    this.words = words;
  }

  /** What a server's look at its key will find. */
  static Happening of(Agenda.Kind outlook) {
    return switch (outlook) {
      case INACCESSIBLE -> INACCESSIBLE;
      case ACCESSIBLE -> ACCESSIBLE;
      case FOLLOW -> FOLLOW;
      default -> LOOK;
    };
  }

  /** What sort of thing it is. */
  public Agenda.Kind kind() {
    return kind;
  }

  /** In a few words of English, with a place for the operation that ends. */
  String words() {
    return words;
  }
}
