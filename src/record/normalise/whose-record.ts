/** Which of a source's Patients is the person, and whose record each item is. */
import { isNhsNumberSystem, nhsNumber } from '../fhir/identifiers.ts';
import { type JsonObject, isJsonObject } from '../fhir/types.ts';
import type { IdentifiedItem } from './record-ids.ts';
import { targetOf, undeliveredKey } from './reference-index.ts';
import type { Targets } from './targets.ts';

export interface WhoseRecord {
  /** The person's Patients: `Patient/<gateway id>`, or the key of one that was not delivered. */
  readonly own: ReadonlySet<string>;
  /** True for an item of someone else. What names nobody belongs to the person whose account delivered it. */
  isOthers(identified: IdentifiedItem): boolean;
}

/**
 * @param targets by every name an item goes by: its `Type/<gateway id>`.
 * @param patientId the source's id of the person's Patient, where the link says so.
 */
export function findPerson(
  items: readonly IdentifiedItem[],
  targets: Targets,
  baseUrl: string,
  patientId: string | undefined,
): WhoseRecord {
  function keyOf(reference: string): string {
    return targetOf(reference, targets, baseUrl) ?? undeliveredKey(reference, baseUrl);
  }

  const patients = items.filter(({ item }) => item.type === 'Patient');
  const own = new Set<string>(
    patientId === undefined ? mostReferred(items, patients, keyOf) : [keyOf(`Patient/${patientId}`)],
  );
  const chosen = patients.find(({ id }) => own.has(`Patient/${id}`));
  // The same Patient in another version is the same person, unless who it is contradicts.
  for (const { item, id } of patients) {
    if (chosen?.item.originalId === undefined || item.originalId !== chosen.item.originalId) continue;
    if (!contradict(item.json, chosen.item.json)) own.add(`Patient/${id}`);
  }

  // Most items name the same subject.
  const othersReferences = new Map<string, boolean>();

  function isOthers({ item, id }: IdentifiedItem): boolean {
    if (own.size === 0) return false;
    if (item.type === 'Patient') return !own.has(`Patient/${id}`);
    const reference = subjectReference(item.json);
    if (reference === undefined) return false;
    let others = othersReferences.get(reference);
    if (others === undefined) {
      others = !own.has(keyOf(reference));
      othersReferences.set(reference, others);
    }
    return others;
  }

  return { own, isOthers };
}

/** The reference that says whose record an item is. */
export function subjectReference(json: JsonObject): string | undefined {
  const subject: unknown = json.subject ?? json.patient ?? json.beneficiary;
  const first: unknown = Array.isArray(subject) ? subject[0] : subject;
  const reference = isJsonObject(first) ? first.reference : undefined;
  return typeof reference === 'string' && reference !== '' && !reference.startsWith('#') ? reference : undefined;
}

/**
 * The only subject; of several the one that most items refer to (a delivered Patient where there is one); ties go to the
 * smallest name. Where no Patient was delivered and the references name nobody in different words, nothing tells the subjects
 * apart: the word of whoever put the items together stands, and all are the person.
 */
function mostReferred(
  items: readonly IdentifiedItem[],
  patients: readonly IdentifiedItem[],
  keyOf: (reference: string) => string,
): readonly string[] {
  const counts = new Map<string, number>();
  const names = new Set<string>();
  // Most items name the same subject: the key of each reference is worked out once, '' where it is no Patient.
  const keys = new Map<string, string>();
  for (const { item } of items) {
    const reference = item.type === 'Patient' ? undefined : subjectReference(item.json);
    if (reference === undefined) continue;
    let key = keys.get(reference);
    if (key === undefined) {
      key = keyOf(reference);
      if (!mayBePatient(key)) key = '';
      keys.set(reference, key);
    }
    if (key === '') continue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const name = subjectName(item.json);
    if (name !== undefined) names.add(name);
  }
  if (counts.size === 1 || (patients.length === 0 && names.size < 2)) return [...counts.keys()];
  const candidates = patients.length > 0 ? patients.map(({ id }) => `Patient/${id}`) : [...counts.keys()];
  return candidates.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, 1);
}

/** `Reference.display` of the subject, case and spaces set aside. */
function subjectName(json: JsonObject): string | undefined {
  const subject: unknown = json.subject ?? json.patient ?? json.beneficiary;
  const display = isJsonObject(subject) ? subject.display : undefined;
  return typeof display === 'string' && display.trim() !== ''
    ? display.toLowerCase().replace(/\s+/g, ' ').trim()
    : undefined;
}

/** Subjects may be groups, places or devices, too; of an undelivered `urn:uuid:` the type is not known. */
function mayBePatient(key: string): boolean {
  return /(?:^|[ /])Patient\//.test(key) || key.includes('urn:');
}

/** Two Patients with different valid NHS numbers or whole birth dates are two people. */
function contradict(a: JsonObject, b: JsonObject): boolean {
  const [x, y] = [nhsNumbers(a), nhsNumbers(b)];
  if (x.length > 0 && y.length > 0 && !x.some((number) => y.includes(number))) return true;
  const dates = [a.birthDate, b.birthDate];
  return dates.every((date) => typeof date === 'string' && date.length === 10) && dates[0] !== dates[1];
}

function nhsNumbers({ identifier }: JsonObject): string[] {
  const list: readonly unknown[] = Array.isArray(identifier) ? identifier : [];
  return list.flatMap((one) => {
    const isNhs = isJsonObject(one) && typeof one.system === 'string' && isNhsNumberSystem(one.system);
    const number = isNhs && typeof one.value === 'string' ? nhsNumber(one.value) : undefined;
    return number === undefined ? [] : [number];
  });
}
