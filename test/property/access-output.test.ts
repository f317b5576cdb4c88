/** Type scopes narrow what is given: nothing of a type, or of a part of a type, that a viewer may not read stands anywhere in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrowRecord } from '../../src/access/narrow-record.ts';
import { parseScopes } from '../../src/access/parse-scopes.ts';
import { ALL_RIGHTS, readRights } from '../../src/access/read-rights.ts';
import { parseFhirJson } from '../../src/record/fhir/json.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import { reconcile } from '../../src/record/reconcile.ts';
import { grantOf } from '../fixtures/grant-of.ts';
import { foreignWord, wordsOf } from '../support/access/foreign-bytes.ts';
import { baseUrlOf, labelledPerson, patientIdAt, type LabelledPerson } from '../support/access/labelled-person.ts';
import { createRandom } from '../support/access/random.ts';
import { scopesOf } from '../support/access/random-viewers.ts';
import { writeItem } from '../support/access/write-item.ts';
import { runs } from '../support/runs.ts';

function recordOf(person: LabelledPerson): ReconciledRecord {
  return reconcile({
    patient: { resourceType: 'Patient', id: person.id },
    sources: person.sources.map((source) => ({
      name: source,
      baseUrl: baseUrlOf(source),
      fhirVersion: 'R4',
      viewOf: undefined,
      patientId: patientIdAt(source, person.id),
      resources: person.items
        .filter((item) => item.source === source && item.broken !== 'text')
        .map((item, index) => ({
          json: parseFhirJson(writeItem(item, () => true)),
          at: `entry[${index}]`,
          ...(item.fullUrl === undefined ? {} : { fullUrl: item.fullUrl }),
        })),
      unreadable: [],
    })),
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
}

const anything = fc.integer({ min: 0, max: 2 ** 31 });

test('what is given holds no word, id or reference of what may not be read', () => {
  let withheld = 0;
  fc.assert(
    fc.property(anything, (seed) => {
      const random = createRandom(seed);
      const person = labelledPerson('p1', random, 0);
      const record = recordOf(person);
      const scopes = scopesOf(random);
      const narrowed = narrowRecord(record, readRights(grantOf(scopes.join(' ')), 'read'));
      if (narrowed.byReference.size < narrowRecord(record, ALL_RIGHTS).byReference.size) withheld++;
      const viewer = { token: '', person, scopes, limits: { sources: undefined, labels: undefined }, isOver: false };
      const text = JSON.stringify([[...narrowed.byReference], narrowed.outcome]);
      expect(foreignWord(text, viewer, 'read', wordsOf(person.items)), scopes.join(' ')).toBeUndefined();
    }),
    runs(60),
  );
  expect(withheld).toBeGreaterThan(10);
});

test('what is given is given whole where nothing in it is withheld, and everything a scope describes is given', () => {
  fc.assert(
    fc.property(anything, (seed) => {
      const random = createRandom(seed);
      const person = labelledPerson('p1', random);
      const record = recordOf(person);
      const [only = ''] = random.some(['Condition', 'Observation', 'MedicationRequest', 'List'], 0.5);
      const narrowed = narrowRecord(record, readRights(grantOf(`patient/${only}.r`), 'read'));
      for (const { resource } of record.sourceRecords) {
        const given = narrowed.byReference.get(`${resource.resourceType}/${resource.id}`);
        if (resource.resourceType === only) expect(given).toBeDefined();
        else if (resource.resourceType !== 'Provenance') expect(given).toBeUndefined();
        const isPartial = narrowed.partial.has(`${resource.resourceType}/${resource.id}`);
        if (given !== undefined && !isPartial && !('extension' in resource)) expect(given).toBe(resource);
      }
    }),
    runs(40),
  );
});

test('the order in which scopes are said, and saying one twice, changes nothing', () => {
  fc.assert(
    fc.property(anything, (seed) => {
      const random = createRandom(seed);
      const scopes = scopesOf(random);
      const rights = (list: readonly string[]) =>
        readRights({ ...grantOf(''), scopes: parseScopes(list.join(' ')) }, 'read');
      expect(rights([...scopes].reverse())).toEqual(rights(scopes));
      expect(rights([...scopes, random.one(scopes)])).toEqual(rights(scopes));
    }),
    runs(100),
  );
});
