/** Budgets as scripts, which Redis runs in one step: a count and the end of its window cannot come apart. */
import type { CommandParser } from 'redis';

/** Key: count. Argument: the window in milliseconds. Gives the count with this one, and how long the window lasts. */
export const SPEND = {
  SCRIPT: `
    local count = redis.call('INCR', KEYS[1])
    if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
    return { count, redis.call('PTTL', KEYS[1]) }`,
  NUMBER_OF_KEYS: 1,
  parseCommand(parser: CommandParser, count: string, windowMs: number): void {
    parser.pushKey(count);
    parser.push(String(windowMs));
  },
  transformReply: (reply: [number, number]): readonly [count: number, leftMs: number] => reply,
};

/** Key: count. Gives the count, 0 where there is none, and how long the window lasts. */
export const SPENT = {
  SCRIPT: `
    local count = redis.call('GET', KEYS[1])
    if not count then return { 0, 0 } end
    return { tonumber(count), redis.call('PTTL', KEYS[1]) }`,
  NUMBER_OF_KEYS: 1,
  parseCommand(parser: CommandParser, count: string): void {
    parser.pushKey(count);
  },
  transformReply: (reply: [number, number]): readonly [count: number, leftMs: number] => reply,
};
