/**
 * The same invented persons in STU3 and DSTU2, given as two sources side by side: fact by fact they must come together.
 * The STU3 dates lie 429 days earlier; they are set equal first (the n-th entries are the same fact).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { receiveText } from '../../src/record/fhir/receive.ts';
import type { FhirVersion } from '../../src/record/fhir/types.ts';
import { reconcile } from '../../src/record/reconcile.ts';
import type { ReceivedResource, SourceInput } from '../../src/record/source-input.ts';
import { recordsFolder } from '../support/needs.ts';

const records = recordsFolder();
const DAY_MS = 86_400_000;
const STU3_EARLIER_DAYS = 429;
const RECONCILED = new Set(['MedicationRequest', 'Condition', 'AllergyIntolerance']);

function text(version: string, file: string): string {
  return gunzipSync(readFileSync(join(records ?? '', 'synthea', version, file))).toString('utf8');
}

function withDatesOfTwin(stu3: string): string {
  return stu3.replace(/"(\d{4}-\d{2}-\d{2})(T[^"]*)?"/g, (_whole, day: string, time: string | undefined) => {
    const moved = new Date(Date.parse(day) + STU3_EARLIER_DAYS * DAY_MS).toISOString().slice(0, 10);
    return `"${moved}${time ?? ''}"`;
  });
}

function source(name: string, fhirVersion: FhirVersion, resources: string): SourceInput {
  const base = {
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion,
    viewOf: undefined,
    patientId: undefined,
  };
  return { ...base, ...receiveText(resources) };
}

function typeOf(resource: ReceivedResource): string {
  return (resource.json as { resourceType: string }).resourceType;
}

describe.skipIf(records === undefined)('persons told in two releases', () => {
  const found = { pairs: 0, together: 0, differences: new Map<string, number>() };

  test.each(records === undefined ? [] : readdirSync(join(records, 'synthea/stu3')))('%s', (file) => {
    const stu3 = source('stu3', 'STU3', withDatesOfTwin(text('stu3', file)));
    const dstu2 = source('dstu2', 'DSTU2', text('dstu2', file));
    const record = reconcile({
      patient: { resourceType: 'Patient', id: 'p' },
      sources: [stu3, dstu2],
      completeness: [],
      idKey: new Uint8Array(32),
      recordedAt: undefined,
    });
    const groupOf = new Map(
      record.unified.flatMap((item) => item.members.map((member) => [member.received, item.resource.id] as const)),
    );
    const facts = stu3.resources.filter((resource) => typeOf(resource) !== 'Medication');
    facts.forEach((fact, index) => {
      if (!RECONCILED.has(typeOf(fact))) return;
      found.pairs++;
      const [here, there] = [groupOf.get(fact), groupOf.get(dstu2.resources[index] as ReceivedResource)];
      if (here !== undefined && here === there) found.together++;
    });
    for (const issue of record.issues) {
      const code = issue.code?.coding?.[0]?.code ?? '';
      if (code.endsWith('-differs')) found.differences.set(code, (found.differences.get(code) ?? 0) + 1);
    }
  });

  test('come together, and nothing is said to differ that does not', () => {
    process.stdout.write(`twins: ${found.together} of ${found.pairs} facts together\n`);
    expect(found.together / found.pairs).toBeGreaterThanOrEqual(0.99);
    // The two files give 40 allergies another criticality: these are there to be found.
    expect([...found.differences]).toEqual([['severity-or-stage-differs', 40]]);
  });
});
