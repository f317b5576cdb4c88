/** Reads the Parameters that `CodeSystem/$lookup` answers with: the display, then the English designations (FHIR R4, 4.8.9.1). */
import { z } from 'zod';

const MAX_NAMES = 20;
const MAX_NAME_LENGTH = 500;

const partSchema = z.object({
  name: z.string(),
  valueString: z.string().optional(),
  valueCode: z.string().optional(),
});

const lookupSchema = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z.array(partSchema.extend({ part: z.array(partSchema).optional() })),
});

/** @throws ZodError where it is no such answer. @returns [] where the server knows the code and no name of it. */
export function namesOfLookup(body: unknown): readonly string[] {
  const { parameter } = lookupSchema.parse(body);
  const displays = parameter.flatMap(({ name, valueString }) => (name === 'display' ? (valueString ?? []) : []));
  const designations = parameter.flatMap(({ name, part = [] }) => (name === 'designation' ? designation(part) : []));
  const names = [...displays, ...designations].map((name) => name.trim()).filter((name) => name !== '');
  return [...new Set(names)].filter((name) => name.length <= MAX_NAME_LENGTH).slice(0, MAX_NAMES);
}

export function isOperationOutcome(body: unknown): boolean {
  return z.object({ resourceType: z.literal('OperationOutcome') }).safeParse(body).success;
}

function designation(parts: readonly z.infer<typeof partSchema>[]): readonly string[] {
  const language = parts.find(({ name }) => name === 'language')?.valueCode ?? 'en';
  const value = parts.find(({ name }) => name === 'value')?.valueString;
  return value === undefined || !/^en(?:-|$)/i.test(language) ? [] : [value];
}
