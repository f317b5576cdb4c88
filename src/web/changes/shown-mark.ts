/** What a page of changes showed, as its form carries it: so that what another window showed later is not marked as seen. Pure. */
import { z } from 'zod';
import type { LookedAt } from '../../ports/person-entries.ts';

const LookedAtSchema: z.ZodType<LookedAt> = z.strictObject({
  at: z.iso.datetime(),
  wholeAt: z.record(z.string(), z.record(z.string(), z.string())),
});

export function writeMark(shown: LookedAt): string {
  return Buffer.from(JSON.stringify(shown)).toString('base64url');
}

/** @returns undefined for what is no mark. */
export function readMark(text: string): LookedAt | undefined {
  try {
    return LookedAtSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
