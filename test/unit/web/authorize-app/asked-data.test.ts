import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScopes } from '../../../../src/access/parse-scopes.ts';
import { R4_TYPES } from '../../../../src/access/tables/resource-types.ts';
import { isWithin } from '../../../../src/oauth/app-scopes.ts';
import type { ConsentQuestion } from '../../../../src/ports/app-authorization.ts';
import { askedData, grantedScopes } from '../../../../src/web/authorize-app/asked-data.ts';
import { MAIN_TYPES, OTHER_TYPES } from '../../../../src/web/authorize-app/tables/kinds-of-data.ts';
import { question } from '../fake-apps.ts';

const LABORATORY = { name: 'category', value: 'laboratory' };

function granular(scope: string, type: string): ConsentQuestion['resourceScopes'][number] {
  return { scope, means: { level: 'patient', type, read: true, search: true, filters: [LABORATORY] } };
}

function typesOf(asked: ConsentQuestion): readonly string[] {
  return askedData(asked).flatMap((box) => box.types);
}

/** Ticks every box but those that stand for these types. */
function without(asked: ConsentQuestion, ...types: readonly string[]): readonly string[] {
  const boxes = askedData(asked);
  const kept = boxes.filter((box) => !box.types.some((type) => types.includes(type)));
  return grantedScopes(asked, boxes, new Set(kept.map((box) => box.key)));
}

describe('what an app asks becomes boxes', () => {
  test('one per kind, in the order of the table, then what the table does not hold', () => {
    const asked = question(
      'launch/patient patient/Basic.rs patient/Condition.rs openid patient/MedicationStatement.rs',
    );
    expect(typesOf(asked)).toEqual(['MedicationStatement', 'Condition', 'Basic']);
  });

  test('two ways of writing the same right are one box', () => {
    const boxes = askedData(question('patient/Condition.read patient/Condition.rs'));
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.scopes).toEqual(['patient/Condition.read', 'patient/Condition.rs']);
  });

  test('everything is asked kind by kind, the rare ones together', () => {
    const boxes = askedData(question('patient/*.rs patient/Condition.rs'));
    expect(boxes.slice(0, -1).map((box) => box.types)).toEqual(MAIN_TYPES.map((type) => [type]));
    expect(boxes.at(-1)?.types).toEqual(OTHER_TYPES);
    expect(new Set(boxes.map((box) => box.key)).size).toBe(boxes.length);
  });

  test('every kind is one that a scope may name', () => {
    expect([...MAIN_TYPES, ...OTHER_TYPES].filter((type) => !R4_TYPES.has(type))).toEqual([]);
  });

  test('a part of a kind has a box beside the whole', () => {
    const scope = 'patient/Observation.rs?category=laboratory';
    const asked = question(`patient/Observation.rs ${scope}`, {
      resourceScopes: [...question('patient/Observation.rs').resourceScopes, granular(scope, 'Observation')],
    });
    expect(askedData(asked).map((box) => box.filters)).toEqual([[], [LABORATORY]]);
    expect(grantedScopes(asked, askedData(asked), new Set(['1']))).toEqual([scope]);
  });

  test('writing is neither shown nor granted', () => {
    const asked = question('patient/Condition.write patient/Condition.cud patient/Condition.r');
    expect(askedData(asked).map((box) => box.scopes)).toEqual([['patient/Condition.r']]);
    expect(without(asked)).toEqual(['patient/Condition.r']);
  });
});

describe('what was ticked becomes scopes', () => {
  test('all of it: as the app wrote it, in its order', () => {
    const scope = 'offline_access patient/*.read launch/patient openid fhirUser';
    expect(without(question(scope))).toEqual(scope.split(' '));
  });

  test('not everything: single kinds in the same writing', () => {
    const v1 = without(question('openid patient/*.read'), 'Condition', ...OTHER_TYPES);
    expect(v1).toEqual([
      'openid',
      ...MAIN_TYPES.filter((type) => type !== 'Condition').map((type) => `patient/${type}.read`),
    ]);
    const v2 = without(question('patient/*.cruds'), ...MAIN_TYPES);
    expect(v2).toEqual(OTHER_TYPES.map((type) => `patient/${type}.rs`));
    expect(without(question('patient/*.r patient/Condition.rs'), 'Condition')).not.toContain('patient/Condition.r');
  });

  test('an unticked kind is in no scope, whichever were asked', () => {
    const scopes = ['patient/*.rs', 'patient/*.read', 'patient/*.s', ...MAIN_TYPES.map((type) => `patient/${type}.rs`)];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...scopes, 'openid', 'patient/Basic.rs'), { minLength: 1 }),
        fc.uniqueArray(fc.constantFrom(...MAIN_TYPES)),
        (asked, refused) => {
          const granted = without(question(asked.join(' ')), ...refused);
          const types = parseScopes(granted.join(' ')).map(({ type }) => type);
          for (const type of refused) expect(types).not.toContain(type);
          if (refused.length > 0) expect(types).not.toContain('*');
        },
      ),
    );
  });

  test('whatever is ticked lies within what was asked', () => {
    const scopes = ['patient/*.rs', 'patient/*.read', 'patient/Basic.r', 'patient/Condition.s', 'launch/patient'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...scopes), { minLength: 1 }),
        fc.array(fc.nat({ max: 20 })),
        (words, ticked) => {
          const asked = question(words.join(' '));
          const granted = grantedScopes(asked, askedData(asked), new Set(ticked.map(String)));
          expect(granted.filter((scope) => !isWithin(scope, words))).toEqual([]);
          expect(new Set(granted).size).toBe(granted.length);
        },
      ),
    );
  });

  test('nothing is granted that was not asked', () => {
    const asked = question('patient/Condition.rs');
    expect(grantedScopes(asked, askedData(asked), new Set(['0', '1', '99', '__proto__']))).toEqual([
      'patient/Condition.rs',
    ]);
    expect(grantedScopes(asked, askedData(asked), new Set())).toEqual([]);
  });
});
