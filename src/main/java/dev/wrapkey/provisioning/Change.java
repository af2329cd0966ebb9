package dev.wrapkey.provisioning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of the port that changes something in the cloud. What is not marked only reads. The
 * record of changes is kept by these marks.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Change {

  /** Azure's name of the operation, as roles and activity logs give it. */
  String value();

  /** What is looked at before and after. */
  Subject of() default Subject.NOTHING;

  /**
   * Names of the arguments that are plain texts or flags, in their order; an argument without a
   * name is not written down.
   */
  String[] names() default {};

  /** What it means that it was done, in real Azure. */
  Weight weight() default Weight.LIGHT;

  /** What a change means where everything is real. */
  enum Weight {
    /** It can be taken back, and costs nothing or cents. */
    LIGHT,
    /** It costs money from then on. */
    COSTS,
    /** Nothing brings back how it was. */
    FINAL
  }

  /** What a change is about, and so what tells how it was before. */
  enum Subject {
    /** Nothing that could be read. */
    NOTHING,
    /** The server that the first argument names. */
    SERVER,
    /** The key, or the version of one, that the first argument names. */
    KEY,
    /** The rotation policy of the key that the first argument names. */
    POLICY,
    /** The key store that the first argument is or names. */
    STORE,
    /** The managed identity that the first argument names. */
    IDENTITY,
    /** What the identity, the second argument, may do with the keys of the store, the first. */
    RIGHTS
  }
}
