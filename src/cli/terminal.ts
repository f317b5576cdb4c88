/** Where a command writes: results on standard output, everything else on standard error. */

export interface Terminal {
  readonly arguments: readonly string[];
  /** True where standard error is a screen, so that a progress bar makes sense. */
  readonly isScreen: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves when the reader has taken it, so that a closed pipe or a slow reader loses nothing. */
  out(text: string): Promise<void>;
  note(text: string): void;
}

export function processTerminal(process: NodeJS.Process): Terminal {
  return {
    arguments: process.argv,
    isScreen: process.stderr.isTTY,
    env: process.env,
    out(text) {
      return new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      });
    },
    note(text) {
      process.stderr.write(text);
    },
  };
}
