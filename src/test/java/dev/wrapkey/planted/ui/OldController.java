package dev.wrapkey.planted.ui;

final class OldController {}
