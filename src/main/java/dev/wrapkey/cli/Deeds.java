package dev.wrapkey.cli;

/** What the commands do that work in a cloud without the window. */
public record Deeds(Automation create, Checking check, Rotating rotate, Surveying health) {}
