/** A failure that may pass by itself: trying again is worth it (429, 502, 503, 504, a reset connection). */
import type { Reason } from '../../record/reasons.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { SourceErrorCode } from '../../ports/source-connector.ts';

export class TransientError extends SourceError {
  /** What the source asked to wait; undefined where it did not say. */
  readonly waitMs: number | undefined;

  constructor(code: SourceErrorCode, detail: Reason, waitMs: number | undefined, cause?: unknown) {
    super(code, detail, cause);
    this.waitMs = waitMs;
  }
}
