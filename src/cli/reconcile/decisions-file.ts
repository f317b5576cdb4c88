/** `--decisions FILE`: a JSON array of what the person decided; every fault is named, none stops at the first. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Decision, ItemRef } from '../../record/decide/decision.ts';

const REFERENCE = /^[A-Z][A-Za-z]{1,63}\/[A-Za-z0-9\-.]{1,64}$/;
const text = z.string().min(1).max(512);

const itemSchema: z.ZodType<ItemRef> = z.union(
  [
    z.strictObject({ reference: z.string().regex(REFERENCE) }),
    z.strictObject({ source: text, resourceType: text, originalId: text }),
  ],
  { error: 'want { source, resourceType, originalId } or { reference: "Type/id" }' },
);

const decisionSchema = z.strictObject({
  id: text,
  kind: z.enum(['same', 'not-same']),
  items: z.tuple([itemSchema, itemSchema]),
  actorId: text,
  at: z.iso.datetime({ offset: true }),
  reason: z.string().max(4096).optional(),
});

export interface DecisionsFile {
  readonly decisions: readonly Decision[];
  /** One line per fault; where there is one, no decision is given. */
  readonly faults: readonly string[];
}

export async function readDecisionsFile(path: string): Promise<DecisionsFile> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { decisions: [], faults: [`the file cannot be read (${code})`] };
  }
  return parseDecisions(content);
}

export function parseDecisions(content: string): DecisionsFile {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { decisions: [], faults: ['the file is no JSON'] };
  }
  const parsed = z.array(decisionSchema, { error: 'want a JSON array of decisions' }).safeParse(json);
  if (!parsed.success) return { decisions: [], faults: parsed.error.issues.map(faultWords) };
  const ids = parsed.data.map((decision) => decision.id);
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (repeated.length > 0) return { decisions: [], faults: repeated.map((id) => `id ${id} is given twice`) };
  const decisions = parsed.data.map(({ reason, ...decision }): Decision =>
    reason === undefined ? decision : { ...decision, reason },
  );
  return { decisions, faults: [] };
}

function faultWords({ path, message }: z.core.$ZodIssue): string {
  const where = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
  return `${where === '' ? 'the file' : where}: ${message}`;
}

/** Decisions may be about sources that are not given this time; a slip of the pen looks the same, so it is said. */
export function unknownSources(decisions: readonly Decision[], sources: readonly string[]): readonly string[] {
  const named = decisions.flatMap(({ id, items }) =>
    items.flatMap((item) =>
      'reference' in item || sources.includes(item.source)
        ? []
        : [`decision ${id} names the source ${item.source}, which is not given`],
    ),
  );
  return [...new Set(named)];
}
