package dev.wrapkey.planted.cli;

import dev.wrapkey.planted.app.Program;

public final class SeesProgram {
  Program program = new Program();
}
