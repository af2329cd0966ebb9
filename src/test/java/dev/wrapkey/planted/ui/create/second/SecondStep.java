package dev.wrapkey.planted.ui.create.second;

public final class SecondStep {}
