package dev.wrapkey.app;

import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.navigation.Browser;
import dev.wrapkey.ui.view.Memory;

/**
 * What the computer offers that the window stands on.
 *
 * @param dialogs asks for files
 * @param browser shows public pages
 * @param memory how a person likes the program to look
 */
record Host(FileDialogs dialogs, Browser browser, Memory memory) {}
