/** Warnings that a source's Lists carry: what it holds back or has not filed yet (GP Connect, Access Record Structured: Lists). */
import { type JsonObject, isJsonObject } from '../fhir/types.ts';
import type { ListWarning } from './source-record.ts';

const WARNING_EXTENSION = /ListWarningCode(?:-[0-9]+)?$/;

/** The notes that must stand beside a warning, for senders that give the note alone: a telling part of each, in lower case. */
const NOTES: readonly (readonly [string, string])[] = [
  ['items excluded due to confidentiality', 'confidential-items'],
  ['record transfer from previous gp practice not yet complete', 'data-in-transit'],
  ['third party awaiting review', 'data-awaiting-filing'],
];

/** @param list a List, of any release. */
export function listWarnings(source: string, list: JsonObject): ListWarning[] {
  const codes = new Set([
    ...objectsIn(list.extension).flatMap(codesOf),
    ...objectsIn(list.warningCode).flatMap(codesIn),
  ]);
  if (typeof list.warningCode === 'string') codes.add(list.warningCode);
  if (codes.size === 0) for (const note of objectsIn(list.note)) addNoted(note.text, codes);
  return [...codes].sort().map((code) => ({ source, code, list: titleOf(list) }));
}

function codesOf(extension: JsonObject): string[] {
  if (typeof extension.url !== 'string' || !WARNING_EXTENSION.test(extension.url)) return [];
  for (const value of [extension.valueCode, extension.valueString]) if (typeof value === 'string') return [value];
  return [extension.valueCodeableConcept, extension.valueCoding].flatMap(codesIn);
}

function codesIn(value: unknown): string[] {
  if (!isJsonObject(value)) return [];
  const codings = Array.isArray(value.coding) ? objectsIn(value.coding) : [value];
  return codings.flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
}

function addNoted(text: unknown, codes: Set<string>): void {
  if (typeof text !== 'string') return;
  const lower = text.toLowerCase();
  for (const [part, code] of NOTES) if (lower.includes(part)) codes.add(code);
}

function titleOf(list: JsonObject): string | undefined {
  if (typeof list.title === 'string' && list.title !== '') return list.title;
  const concept = isJsonObject(list.code) ? list.code : {};
  const [words] = [concept.text, ...objectsIn(concept.coding).map(({ display }) => display)].filter(
    (text) => typeof text === 'string',
  );
  return words;
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
