/** What a preset may say: the fields of a source file that hold for every customer of a vendor, and where each of them is documented. */
import { z } from 'zod';
import { anyWebUrl } from './urls.ts';

const words = z.string({ error: 'must be a non-empty text' }).min(1, { error: 'must be a non-empty text' });

/** `authentication.method`, `limits.pageSize`; `note` for what no field says. */
const field = z
  .string({ error: 'must name a field' })
  .regex(/^[a-zA-Z]+(\.[a-zA-Z]+)?$/, { error: 'must name a field' });

const factSchema = z.strictObject({
  about: field,
  /** In the gateway's own words. */
  says: words,
  /** Where it is documented. */
  source: anyWebUrl,
});

const askSchema = z.strictObject({
  field,
  words: words,
});

export const presetSchema = z.strictObject({
  title: words,
  about: words,
  /** Fields of the source file; secrets and what differs from customer to customer are not among them. */
  file: z.record(z.string(), z.unknown(), { error: 'must be an object: fields of a source file' }),
  /** What the operator must give, because it is not the same everywhere or nothing public says it. */
  ask: z.array(askSchema),
  facts: z.array(factSchema).min(1, { error: 'must give at least one fact with its source' }),
});

export type Preset = z.output<typeof presetSchema>;

/** Fields that are the gateway's own choice and state nothing about the vendor; `source check` tells whether they fit. */
export const OWN_CHOICES: ReadonlySet<string> = new Set(['title', 'adds', 'kind', 'resourceTypes']);

/** The fields a preset fills, one level deep: `kind`, `authentication.method`. */
export function filledFields(file: Preset['file']): readonly string[] {
  return Object.entries(file).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((inner) => `${name}.${inner}`)
      : [name],
  );
}

/** @returns fields that state something about the vendor without a fact that says where it is documented. */
export function undocumentedFields({ file, facts }: Preset): readonly string[] {
  const documented = new Set(facts.map(({ about }) => about));
  return filledFields(file).filter(
    (name) => !OWN_CHOICES.has(name) && !documented.has(name) && !documented.has(name.split('.')[0] ?? name),
  );
}
