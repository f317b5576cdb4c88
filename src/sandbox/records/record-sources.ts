/** Serves a folder of anybody's FHIR records: a sub-folder per patient, in it one file per source. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { recogniseVersion } from '../../record/fhir/version.ts';
import type { SandboxUser, SignInClaims } from '../sandbox-user.ts';
import type { SourceSeed } from '../servers/source-server.ts';
import { asObject } from './patient-record.ts';
import type { PatientRecord, RecordEntry } from './patient-record.ts';
import { looksLikeGpConnect, readRecordText } from './read-record-file.ts';
import { RecordsError } from './records-error.ts';

interface RecordFile {
  /** Folder name. */
  readonly patient: string;
  readonly source: string;
  readonly entries: readonly RecordEntry[];
}

const SOURCE_NAME = /^[a-z][a-z0-9-]{0,23}$/;
const FHIR_ID = /^[A-Za-z0-9.-]{1,64}$/;

/** `gp.json`, `gp.ndjson`, either with `.gz`. */
const RECORD_FILE = /^(.+)\.(?:json|ndjson)(?:\.gz)?$/;

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

async function readFolder(dir: string, patient: string, problems: string[]): Promise<readonly RecordFile[]> {
  const files: RecordFile[] = [];
  for (const fileName of (await readdir(join(dir, patient))).sort()) {
    const source = RECORD_FILE.exec(fileName)?.[1];
    if (source === undefined) continue;
    const named = `${patient}/${fileName}`;
    if (!SOURCE_NAME.test(source)) {
      problems.push(`${named}: the name must be a source name (lower-case letters, digits, hyphens; 24 at most).`);
    } else if (files.some((file) => file.source === source)) {
      problems.push(`${named}: another file of this folder has the same source name.`);
    } else {
      const text = await readText(join(dir, patient, fileName)).catch(() => undefined);
      if (text === undefined) problems.push(`${named}: the file cannot be read.`);
      else files.push({ patient, source, entries: readRecordText(text) });
    }
  }
  return files;
}

/** Folder names become user names; two that differ only in case or odd characters stay apart. */
function userNameOf(folder: string, taken: ReadonlySet<string>): string {
  const plain =
    folder
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'patient';
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain}-${String(number)}`;
  return name;
}

function firstPatient(entries: readonly RecordEntry[]): Readonly<Record<string, unknown>> | undefined {
  return entries.find(({ type }) => type === 'Patient')?.json;
}

function patientRecordOf(file: RecordFile, userName: string): PatientRecord {
  const id = firstPatient(file.entries)?.['id'];
  return {
    patientId: typeof id === 'string' && FHIR_ID.test(id) ? id : `patient-${userName}`.slice(0, 64),
    entries: file.entries,
  };
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const words = value.filter((word) => typeof word === 'string');
    return words.length === 0 ? undefined : words.join(' ');
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Ten digits with a right check digit; the sign-in service vouches for nothing else. */
function validNhsNumber(value: unknown): string | undefined {
  const digits = typeof value === 'string' ? value.replace(/[ -]/g, '') : '';
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return undefined;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]) ? digits : undefined;
}

function claimsOf(files: readonly RecordFile[]): SignInClaims {
  const patient = files.map(({ entries }) => firstPatient(entries)).find((one) => one !== undefined);
  const names: unknown = patient?.['name'];
  const name = asObject(Array.isArray(names) ? names[0] : names);
  const identifiers: unknown = patient?.['identifier'];
  const number = (Array.isArray(identifiers) ? identifiers : [])
    .map(asObject)
    .filter((identifier) => String(identifier?.['system']).includes('nhs-number'))
    .map((identifier) => validNhsNumber(identifier?.['value']))
    .find((value) => value !== undefined);
  const given = textOf(name?.['given']);
  const family = textOf(name?.['family']) ?? textOf(name?.['text']);
  const birthdate = textOf(patient?.['birthDate']);
  return {
    identity_proofing_level: 'P9',
    ...(number === undefined ? {} : { nhs_number: number }),
    ...(given === undefined ? {} : { given_name: given }),
    ...(family === undefined ? {} : { family_name: family }),
    ...(birthdate === undefined ? {} : { birthdate }),
  };
}

function seedOf(source: string, files: readonly RecordFile[], userNames: ReadonlyMap<string, string>): SourceSeed {
  const all = files.flatMap(({ entries }) => entries);
  const fhirVersion = recogniseVersion(all.map(({ json }) => json));
  const gpConnect = fhirVersion === 'STU3' && files.every(({ entries }) => looksLikeGpConnect(entries));
  return {
    name: source,
    title: `Records "${source}"`,
    adds: {
      en: `What the files named ${source} hold.`,
      cy: `Yr hyn sydd yn y ffeiliau o’r enw ${source}.`,
      ur: `جو ${source} نام کی فائلوں میں ہے۔`,
      pl: `To, co jest w plikach o nazwie ${source}.`,
    },
    kind: gpConnect ? 'gp-connect-structured' : 'smart',
    fhirVersion,
    viewOf: undefined,
    whole: true,
    records: new Map(
      files.map((file) => {
        const userName = userNames.get(file.patient) ?? file.patient;
        return [userName, patientRecordOf(file, userName)];
      }),
    ),
  };
}

/** @throws RecordsError */
export async function recordSources(
  dir: string,
  passwordOf: (userName: string) => string,
): Promise<{
  readonly seeds: readonly SourceSeed[];
  readonly users: readonly SandboxUser[];
  readonly problems: readonly string[];
}> {
  const problems: string[] = [];
  const folders = await readdir(dir, { withFileTypes: true }).catch((cause: unknown) => {
    throw new RecordsError(`The records folder ${dir} cannot be read.`, cause);
  });
  const files: RecordFile[] = [];
  for (const folder of folders.filter((one) => one.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    files.push(...(await readFolder(dir, folder.name, problems)));
  }
  if (files.length === 0) {
    throw new RecordsError(`There is no <patient>/<source>.json under ${dir}.`);
  }
  const userNames = new Map<string, string>();
  for (const { patient } of files) {
    if (!userNames.has(patient)) userNames.set(patient, userNameOf(patient, new Set(userNames.values())));
  }
  const users = [...userNames].map(([patient, userName]): SandboxUser => ({
    userName,
    password: passwordOf(userName),
    sub: `sandbox-${userName}`,
    person: userName,
    claims: claimsOf(files.filter((file) => file.patient === patient)),
    mayOpen: [{ person: userName, label: patient, as: 'self' }],
  }));
  const sources = [...new Set(files.map(({ source }) => source))].sort();
  const seeds = sources.map((source) =>
    seedOf(
      source,
      files.filter((file) => file.source === source),
      userNames,
    ),
  );
  return { seeds, users, problems };
}
