/** The source named a wait that is too long for the reading under way. */
import { SourceError } from '../../ports/source-connector.ts';

export class AskedToWait extends SourceError {
  readonly waitMs: number;

  constructor(waitMs: number) {
    const minutes = Math.ceil(waitMs / 60_000);
    super('rate-limited', `The source asks to wait ${minutes} minutes before the next request.`);
    this.waitMs = waitMs;
  }
}
