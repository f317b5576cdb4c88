import { describe, expect, test } from 'vitest';
import { DemoExit, readDemoOptions } from '../../../src/demo/demo-options.ts';

function refused(...args: readonly string[]): DemoExit {
  try {
    readDemoOptions(args);
  } catch (error) {
    if (error instanceof DemoExit) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('the options of the demo', () => {
  test('none: a free port, the first person, stays up, tables', () => {
    const nothing = { once: false, json: false, records: undefined, person: undefined, port: 0 };
    expect(readDemoOptions([])).toEqual(nothing);
  });

  test('all', () => {
    expect(readDemoOptions(['--once', '--json', '--person', 'theo', '--port', '4000', '--records', '/tmp'])).toEqual({
      once: true,
      json: true,
      records: '/tmp',
      person: 'theo',
      port: 4000,
    });
  });

  test.each([[['--port', '0']], [['--port', '65536']], [['--port', '80a']], [['--port']], [['--jsn']], [['x']]])(
    '%j is refused in one line',
    (args) => {
      const { exitCode, text } = refused(...args);
      expect(exitCode).toBe(2);
      expect(text.split('\n')).toHaveLength(1);
    },
  );

  test('help is no fault', () => expect(refused('--help').exitCode).toBe(0));
});
