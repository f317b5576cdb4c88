/**
 * Loads a module with the console switched off: an authorization server of the sandbox greets with a warning on every Node
 * older than 22, and the demo's standard output may hold one line only.
 */
import { Console } from 'node:console';
import { Writable } from 'node:stream';

export async function withoutGreetings<T>(load: () => Promise<T>): Promise<T> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  globalThis.console = new Console({ stdout: nowhere, stderr: nowhere });
  try {
    return await load();
  } finally {
    // What libraries say later goes to standard error, beside the answer and not into it.
    globalThis.console = new Console({ stdout: process.stderr, stderr: process.stderr });
  }
}
