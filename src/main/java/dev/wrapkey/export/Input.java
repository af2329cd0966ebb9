package dev.wrapkey.export;

/**
 * What a template is given.
 *
 * @param name of the parameter
 * @param about what it is for
 * @param value its value, JSON where it is not a text; empty for a secret
 * @param isSecret whether the value is kept nowhere
 */
public record Input(String name, String about, String value, boolean isSecret) {

  static Input of(Parameter parameter) {
    return new Input(
        parameter.name(),
        parameter.about(),
        parameter.value().map(Input::text).orElse(""),
        parameter.isSecret());
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.text() : ArmText.plain(value).toString();
  }
}
