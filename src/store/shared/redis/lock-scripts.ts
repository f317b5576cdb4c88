/** Locks as scripts, which Redis runs in one step: a lock is taken with its fence, and released by its own holder only. */
import type { CommandParser } from 'redis';

/** Keys: lock, fence count. Arguments: ttl of the lock, ttl of the count, in milliseconds. Gives the fence, 0 where held. */
export const TRY_LOCK = {
  SCRIPT: `
    if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
    local fence = redis.call('INCR', KEYS[2])
    redis.call('PEXPIRE', KEYS[2], tonumber(ARGV[1]) + tonumber(ARGV[2]))
    redis.call('SET', KEYS[1], fence, 'PX', ARGV[1])
    return fence`,
  NUMBER_OF_KEYS: 2,
  parseCommand(parser: CommandParser, lock: string, fenceCount: string, ttlMs: number, fenceTtlMs: number): void {
    parser.pushKey(lock);
    parser.pushKey(fenceCount);
    parser.push(String(ttlMs), String(fenceTtlMs));
  },
  transformReply: (fence: number): number => fence,
};

/** Key: lock. Argument: the holder's fence. */
export const RELEASE_LOCK = {
  SCRIPT: `
    if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
    return 0`,
  NUMBER_OF_KEYS: 1,
  parseCommand(parser: CommandParser, lock: string, fence: number): void {
    parser.pushKey(lock);
    parser.push(String(fence));
  },
  transformReply: (deleted: number): number => deleted,
};

/** Key: lock. Arguments: the holder's fence, the ttl from now in milliseconds. */
export const EXTEND_LOCK = {
  SCRIPT: `
    if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
    return 0`,
  NUMBER_OF_KEYS: 1,
  parseCommand(parser: CommandParser, lock: string, fence: number, ttlMs: number): void {
    parser.pushKey(lock);
    parser.push(String(fence), String(ttlMs));
  },
  transformReply: (extended: number): boolean => extended === 1,
};
