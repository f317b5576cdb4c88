/** STU3 Dosage → R4: dose and rate move into `doseAndRate`. */
import type { Draft } from '../draft.ts';

const MOVED = ['doseRange', 'doseQuantity', 'rateRatio', 'rateRange', 'rateQuantity'];

export function dosage(draft: Draft): void {
  const doseAndRate: Record<string, unknown> = {};
  for (const name of MOVED) {
    const value = draft.fields[name];
    if (value === undefined) continue;
    Reflect.deleteProperty(draft.fields, name);
    doseAndRate[name] = value;
  }
  if (Object.keys(doseAndRate).length > 0 && draft.fields.doseAndRate === undefined)
    draft.fields.doseAndRate = [doseAndRate];
}
