package dev.wrapkey.planted.ui.task;

public final class Listing {}
