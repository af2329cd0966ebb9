package dev.wrapkey.export;

/**
 * A file to hand to another program. It never holds a secret: passwords are parameters.
 *
 * @param name the file's name
 * @param text its content, UTF-8, lines ended by {@code \n}
 */
public record Exported(String name, String text) {}
