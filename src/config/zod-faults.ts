/** Turns what zod found into faults without a value in them; fields are checked one by one, so that cross-checks can follow. */
import type { z } from 'zod';
import type { ConfigFault } from './config-error.ts';

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function issueFaults(prefix: string, issue: z.core.$ZodIssue): readonly ConfigFault[] {
  const where = (path: readonly PropertyKey[]) => [prefix, pathText(path)].filter((part) => part !== '').join(': ');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ where: where([...issue.path, key]), what: 'is not a known key' }));
  }
  return [{ where: where(issue.path), what: issue.message }];
}

export function faultsOf(prefix: string, error: z.ZodError): readonly ConfigFault[] {
  return error.issues.flatMap((issue) => issueFaults(prefix, issue));
}

/** What could be read of an object, field by field, and everything wrong with the rest. */
export interface FieldResults<Shape extends z.ZodRawShape> {
  readonly fields: { readonly [Name in keyof Shape]?: z.output<Shape[Name]> };
  readonly faults: readonly ConfigFault[];
}

/**
 * zod runs cross-field rules only after all field rules passed; this gives the sound fields beside the faults, so that the
 * caller can check what stands between them in the same go.
 */
export function parseFields<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
  prefix: string,
): FieldResults<Shape> {
  const whole = schema.safeParse(value);
  if (whole.success) return { fields: whole.data as FieldResults<Shape>['fields'], faults: [] };
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const entries = Object.entries(schema.shape).flatMap(([name, field]) => {
    const result = (field as unknown as z.ZodType).safeParse(given[name]);
    return result.success ? [[name, result.data] as const] : [];
  });
  return {
    fields: Object.fromEntries(entries) as FieldResults<Shape>['fields'],
    faults: faultsOf(prefix, whole.error),
  };
}
