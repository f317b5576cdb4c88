/** Whoever asks for the same in one turn shares one reading: it begins when all of them have asked, so none is told of a time before. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** @param read begins in the turn after the first asking; nothing of it is kept. */
export function createSharedReading<Answer>(read: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const waiting = new Map<string, Promise<Answer>>();

  async function readNextTurn(key: string): Promise<Answer> {
    await nextTurn();
    // Who asks from now on may not be told by this reading.
    waiting.delete(key);
    return read(key);
  }

  return (key) => {
    const reading = waiting.get(key) ?? readNextTurn(key);
    waiting.set(key, reading);
    return reading;
  };
}
