package dev.wrapkey.planted.provisioning;

public record PlainData(String name) {}
