/** What the person wants on the passport and how it is to look, from the address of the page. Anything else is as if not said. */
import type { Request } from 'express';
import { findLanguage, type Language } from '../locales/languages.ts';

/** In the order of the sheet. */
export const PASSPORT_PARTS = [
  'details',
  'number',
  'contacts',
  'allergies',
  'regular',
  'as-needed',
  'conditions',
  'vaccinations',
  'write',
] as const;
export type PassportPart = (typeof PASSPORT_PARTS)[number];

/** A number that opens doors, and what makes the sheet longer, only where they are asked for. */
const UNASKED: ReadonlySet<PassportPart> = new Set([
  'details',
  'contacts',
  'allergies',
  'regular',
  'as-needed',
  'conditions',
]);

export const PASSPORT_SIZES = ['a4', 'pocket'] as const;
export type PassportSize = (typeof PASSPORT_SIZES)[number];
export const PASSPORT_PRINTS = ['ordinary', 'large'] as const;
export type PassportPrint = (typeof PASSPORT_PRINTS)[number];

export interface PassportChoices {
  readonly parts: ReadonlySet<PassportPart>;
  readonly size: PassportSize;
  readonly print: PassportPrint;
  /** Of the headings; drug text stays as it is. */
  readonly language: Language;
}

/** @param visitorsLanguage where none was chosen for the sheet. */
export function passportChoices(query: Request['query'], visitorsLanguage: Language): PassportChoices {
  const asked = texts(query['part']);
  // A form without any ticked box says nothing of them: `chosen` tells that it was sent.
  const parts = query['chosen'] === undefined && asked.length === 0 ? UNASKED : new Set<string>(asked);
  return {
    parts: new Set(PASSPORT_PARTS.filter((part) => parts.has(part))),
    size: PASSPORT_SIZES.find((size) => size === query['size']) ?? 'a4',
    print: PASSPORT_PRINTS.find((print) => print === query['print']) ?? 'ordinary',
    language: findLanguage(texts(query['language'])[0]) ?? visitorsLanguage,
  };
}

/** The same choices as a query, for the PDF. */
export function choicesQuery({ parts, size, print, language }: PassportChoices): string {
  const query = new URLSearchParams({ chosen: '1', size, print, language: language.code });
  for (const part of parts) query.append('part', part);
  return query.toString();
}

function texts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'string');
}
