package dev.wrapkey.planted.ui.util;

public final class Drawer {}
