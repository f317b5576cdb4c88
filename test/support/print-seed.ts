/** Loaded before every test file: sets the number of runs, and tells the seed where a test failed. */
import { afterEach } from 'vitest';
import { seedWords } from './runs.ts';

afterEach(({ task }) => {
  if (task.result?.state === 'fail') process.stderr.write(`${seedWords()}\n`);
});
