/** Where a command writes: results on standard output, everything else on standard error. */

/** A file's own words may not command the terminal: controls but line ends, and changes of direction. */
const UNPRINTABLE = /(?![\n\r])[\p{Cc}\p{Bidi_Control}]/gu;

export interface Terminal {
  readonly arguments: readonly string[];
  /** True where standard error is a screen, so that a progress bar makes sense. */
  readonly isScreen: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves when the reader has taken it, or wants no more (`| head -1`): a slow reader loses nothing. */
  out(text: string): Promise<void>;
  note(text: string): void;
}

export function processTerminal(process: NodeJS.Process): Terminal {
  // The write's own callback tells what went wrong; without a listener Node would end with a stack trace.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    arguments: process.argv,
    isScreen: process.stderr.isTTY,
    env: process.env,
    out(text) {
      return new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error && !isClosed(error) ? reject(error) : resolve()));
      });
    },
    note(text) {
      process.stderr.write(text.replace(UNPRINTABLE, '\uFFFD'));
    },
  };
}

function isClosed(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
