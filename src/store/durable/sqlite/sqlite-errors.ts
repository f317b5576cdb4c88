/** Which SQLite failures are somebody else being first, and which are worth another try. */
import { GatewayError } from '../../../errors.ts';

function sqliteCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Another connection holds the lock: the statement did nothing and may be tried again. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_RECOVERY';
}

/** The disk is full, broken or read-only: nothing was written, and it may pass. */
const UNAVAILABLE = /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/;

/** @returns GatewayError `conflict` for a broken unique or foreign key, `unavailable` for the disk, `internal` for anything else. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const code = sqliteCode(error);
  const conflict = code.startsWith('SQLITE_CONSTRAINT') || code.startsWith('SQLITE_BUSY');
  if (conflict) return new GatewayError('conflict', undefined, error);
  return new GatewayError(UNAVAILABLE.test(code) ? 'unavailable' : 'internal', undefined, error);
}
