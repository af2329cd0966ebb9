package dev.wrapkey.planted.app;

public final class Program {}
