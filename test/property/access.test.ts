import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import { narrowRecord } from '../../src/access/narrow-record.ts';
import { parseScopes } from '../../src/access/parse-scopes.ts';
import { mayReadSome, readRights } from '../../src/access/read-rights.ts';
import { COMPANION_TYPES, type Interaction } from '../../src/access/readable-types.ts';
import { R4_TYPES } from '../../src/access/tables/resource-types.ts';
import { grantOf } from '../fixtures/grant-of.ts';
import { PATIENT_ID, smallRecord } from '../fixtures/small-record.ts';

const types = [
  'Patient',
  'Condition',
  'MedicationStatement',
  'MedicationRequest',
  'AllergyIntolerance',
  'Observation',
  'Binary',
];
const anyTypes = fc.subarray(types);
const anyScope = fc
  .tuple(
    fc.constantFrom('patient', 'user', 'system'),
    fc.constantFrom('*', ...types),
    fc.constantFrom('r', 's', 'rs', 'cruds', 'cud', 'read', 'write', '*', 'sr', 'x'),
    fc.constantFrom('', '?category=x'),
  )
  .map(([level, type, suffix, query]) => `${level}/${type}.${suffix}${query}`);
const anyScopes = fc.array(anyScope, { maxLength: 5 }).map((scopes) => scopes.join(' '));
const interactions: readonly Interaction[] = ['read', 'search', 'everything'];

const rightsOn = (whole: readonly string[]) => ({ whole, some: [] });

/** Every `<Type>/<id>` in a text, but those of definitions. */
function namedTypes(value: unknown): string[] {
  const text = JSON.stringify(value, (key, member: unknown) =>
    key === 'url' || key === 'system' ? undefined : member,
  );
  return [...text.matchAll(/"([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]+"/g)].flatMap(([, type]) => type ?? []);
}

test('no scope string makes the parser fail, and none of what it gives is wider than a well-formed scope in it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      for (const scope of parseScopes(text)) {
        if (scope.read || scope.search) expect(text).toContain(`${scope.level}/${scope.type}.`);
      }
    }),
  );
});

test('what is readable as a whole was asked for by a patient scope without conditions', () => {
  fc.assert(
    fc.property(anyScopes, fc.constantFrom(...interactions), (scope, interaction) => {
      const readable = readRights(grantOf(scope), interaction).whole;
      for (const type of readable === '*' ? ['*'] : readable) {
        const plain = scope.split(' ').filter((word) => word.startsWith('patient/') && !word.includes('?'));
        expect(plain.some((word) => word.startsWith(`patient/${type}.`) || word.startsWith('patient/*.'))).toBe(true);
      }
    }),
  );
});

test('one more scope never takes a right away', () => {
  fc.assert(
    fc.property(
      anyScopes,
      anyScope,
      fc.constantFrom(...interactions),
      fc.constantFrom(...types),
      (scope, more, interaction, type) => {
        const before = readRights(grantOf(scope), interaction);
        const after = readRights(grantOf(`${scope} ${more}`), interaction);
        if (mayReadSome(before, type)) expect(mayReadSome(after, type)).toBe(true);
      },
    ),
  );
});

test('another patient is refused under every scope, in every interaction', () => {
  fc.assert(
    fc.property(
      anyScopes,
      fc.constantFrom(...interactions),
      fc.string(),
      anyTypes,
      (scope, interaction, patientId, asked) => {
        fc.pre(patientId !== PATIENT_ID);
        expect(decide(grantOf(scope), { interaction, patientId, types: asked }, 0)).toMatchObject({
          outcome: 'refused',
          types: [],
        });
      },
    ),
  );
});

test('what is given is of a readable type, and what the gateway made names no other', () => {
  fc.assert(
    fc.property(anyTypes, (readable) => {
      const allowed = (type: string) => readable.includes(type) || COMPANION_TYPES.has(type) || type === 'Patient';
      const narrowed = narrowRecord(smallRecord, rightsOn(readable));
      for (const resource of narrowed.view('all')) {
        expect(readable.includes(resource.resourceType) || COMPANION_TYPES.has(resource.resourceType)).toBe(true);
        for (const type of namedTypes(resource)) if (R4_TYPES.has(type)) expect(allowed(type)).toBe(true);
      }
      for (const type of namedTypes(narrowed.outcome)) expect(allowed(type)).toBe(true);
    }),
  );
});

test('a record with less to read is part of one with more', () => {
  fc.assert(
    fc.property(anyTypes, fc.constantFrom(...types), (readable, more) => {
      const less = [...narrowRecord(smallRecord, rightsOn(readable)).byReference.keys()];
      const wider = narrowRecord(smallRecord, rightsOn([...readable, more])).byReference;
      for (const reference of less) expect(wider.has(reference)).toBe(true);
    }),
  );
});
