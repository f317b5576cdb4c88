#!/usr/bin/env node
/** The command line `phr-gateway`: one file per command. Exit 0 done, 1 a patient or source gave nothing, 2 wrong usage. */
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal(process);
try {
  process.exitCode = await createProgram(terminal);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has printed what was wrong; help and version are no fault.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
