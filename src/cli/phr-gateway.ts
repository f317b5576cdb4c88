#!/usr/bin/env node
/**
 * The command line `phr-gateway`: one file per command. Exit 0 done, 1 something in the data is wrong or a source gave nothing, 2 it
 * could not be done.
 */
import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal(process);
try {
  process.exitCode = await createProgram(terminal);
} catch (error) {
  // Commander has printed what was wrong; help and version are no fault. What nobody has foreseen would end with 1 by itself.
  if (!(error instanceof CommanderError)) terminal.note(`${inspect(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
