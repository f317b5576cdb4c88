/** Mutated resources through the reconciler: no crash, no hang, and every item is in the output with its values or set aside and counted (laws L1, L3, L8). */
import { expect, test } from 'vitest';
import { receiveText } from '../../../src/record/fhir/receive.ts';
import type { FhirVersion } from '../../../src/record/fhir/types.ts';
import { reconcile } from '../../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../../src/record/reconciled-record.ts';
import type { SourceInput } from '../../../src/record/source-input.ts';
import { everything } from '../../../src/record/views/everything.ts';
import { SANDBOX_PEOPLE } from '../../../src/sandbox/people/sandbox-people.ts';
import { primitives, primitivesInJson } from '../../support/primitives.ts';
import { runs } from '../../support/runs.ts';
import { randomFrom } from '../crash/plan.ts';
import { mutateJson, mutateText, pick, type Json, type Random } from './mutate.ts';

/** Ten thousand times ten in a full run. */
const { numRuns, seed } = runs(100);
const PER_DELIVERY = 10;
const DELIVERIES = process.env['PHR_FULL'] === '1' ? numRuns * 10 : numRuns;

const RECORDS = JSON.parse(
  JSON.stringify(SANDBOX_PEOPLE.flatMap(({ records }) => Object.values(records)).flat()),
) as readonly Json[];
const STEADY = [
  { resourceType: 'Condition', id: 's1', subject: { reference: 'Patient/p' }, code: { text: 'Gout' } },
  { resourceType: 'AllergyIntolerance', id: 's2', patient: { reference: 'Patient/p' }, code: { text: 'Latex' } },
];
/** They are opened, not kept as items. */
const CONTAINERS = /"resourceType":\s*"(?:Bundle|Parameters)"/;

test(`${DELIVERIES * PER_DELIVERY} mutated resources: none crashes the reconciler, none is lost`, () => {
  const random = randomFrom(seed);
  let tried = 0;
  let setAside = 0;
  for (let delivery = 0; delivery < DELIVERIES; delivery += 1) {
    const lines = Array.from({ length: PER_DELIVERY }, () => mutated(random));
    const version = pick<FhirVersion | undefined>(random, ['R4', 'STU3', 'DSTU2', undefined]);
    const received = receiveText(lines.join('\n'));
    const record = reconciled([
      input('odd', version, received),
      input('steady', 'R4', receiveText(JSON.stringify(STEADY))),
    ]);
    const where = `delivery ${delivery} of seed ${seed}`;
    expectAllThere(record, received, where);
    expectNothingLost(record, received, where);
    expect(lines.length, where).toBeLessThanOrEqual(received.resources.length + received.unreadable.length);
    tried += lines.length;
    setAside += record.quarantined.length;
  }
  expect(tried).toBe(DELIVERIES * PER_DELIVERY);
  // Both ways out are tried.
  expect(setAside).toBeGreaterThan(tried / 50);
  expect(setAside).toBeLessThan(tried);
}, 1_800_000);

/** One line, whatever was done to it. */
function mutated(random: Random): string {
  const json = mutateJson(random, pick(random, RECORDS));
  const text = JSON.stringify(json);
  const damaged = random() < 0.2 ? mutateText(random, text) : text;
  const line = damaged.replaceAll(/[\r\n]/g, ' ');
  return line.trim() === '' || CONTAINERS.test(line) ? 'nothing' : line;
}

function input(
  name: string,
  fhirVersion: FhirVersion | undefined,
  received: ReturnType<typeof receiveText>,
): SourceInput {
  const baseUrl = `https://${name}.example/fhir`;
  return { name, baseUrl, fhirVersion, viewOf: undefined, patientId: 'p', ...received };
}

function reconciled(sources: readonly SourceInput[]): ReconciledRecord {
  const record = reconcile({
    patient: { resourceType: 'Patient', id: 'p1' },
    sources,
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
  const ids = everything(record, 'all').map(({ resourceType, id }) => `${resourceType}/${id}`);
  expect(new Set(ids).size).toBe(ids.length);
  return record;
}

function expectAllThere(record: ReconciledRecord, received: ReturnType<typeof receiveText>, where: string): void {
  const delivered = record.sourceRecords
    .filter(({ source }) => source === 'odd')
    .reduce((sum, one) => sum + one.deliveries, 0);
  expect(delivered + record.quarantined.length, where).toBe(received.resources.length + received.unreadable.length);
  const steady = record.sourceRecords.filter(({ source }) => source === 'steady');
  expect(steady.length, where).toBe(STEADY.length);
}

function expectNothingLost(record: ReconciledRecord, received: ReturnType<typeof receiveText>, where: string): void {
  const kept = new Set(record.sourceRecords.flatMap(({ resource }) => primitives(resource)));
  for (const { text } of record.quarantined) for (const value of primitivesInJson(text)) kept.add(value);
  // White space inside base64 is taken out (FHIR R4, "base64Binary"): the bytes are the same.
  const lost = received.resources
    .flatMap(({ json }) => primitives(json))
    .filter((value) => !kept.has(value) && !kept.has(value.replaceAll(/\s/g, '')));
  expect(lost, where).toEqual([]);
  const texts = new Set(record.quarantined.map(({ text }) => text));
  for (const { text } of received.unreadable) expect(texts.has(text), where).toBe(true);
}
