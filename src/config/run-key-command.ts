/** Asks a program of the operator's for a key: a client of a key service, without a shell in between. */
import { execFileSync } from 'node:child_process';

/** Runs it and gives what it printed. @throws Error where it does not end well in time; its message may hold the command. */
export type RunKeyCommand = (program: string, args: readonly string[]) => string;

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 64 * 1024;

export const runKeyCommand: RunKeyCommand = (program, args) =>
  execFileSync(program, [...args], {
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_BYTES,
    // What it has to say goes to the operator.
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** @returns program and arguments: a JSON array of texts, or words between blanks; undefined where it is neither. */
export function commandWords(text: string): readonly [string, ...string[]] | undefined {
  const words: unknown = text.startsWith('[') ? parsed(text) : text.split(/\s/).filter(Boolean);
  if (!Array.isArray(words) || !words.every((word): word is string => typeof word === 'string')) return undefined;
  const [program, ...args] = words;
  return program === undefined || program === '' ? undefined : [program, ...args];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
