/** Why a kind of data is not whole, in codes for the operator's log. */
import type { ReadFault, SourceError } from '../../ports/source-connector.ts';
import { causeCode } from '../http/cause-code.ts';

/** @returns nothing where all went well. */
export function readFaults(type: string, shortfall: SourceError | undefined): readonly ReadFault[] {
  if (shortfall === undefined) return [];
  const cause = causeCode(shortfall);
  return [{ type, why: cause === undefined ? shortfall.code : `${shortfall.code} (${cause})` }];
}
