/**
 * What an entry of the person's own must be: lengths, counts, plain text. Characters that steer a terminal, or turn the direction
 * of the text around them, are a fault and not cleaned away: what is kept is what the person saw.
 */
import type { EntryContent } from '../ports/person-entries.ts';
import type { ItemRef } from '../record/decide/decision.ts';

/** Of one person, those taken back among them. */
export const MAX_ENTRIES = 10_000;
/** That hold at one time. */
export const MAX_HELD = 1_000;
/** Characters (Unicode code points) of a name, of a short text, of a long one. */
export const MAX_NAME = 200;
export const MAX_SHORT = 300;
export const MAX_LONG = 2_000;
const MAX_ABOUT = 200;
const MAX_ITEM = 512;
const MAX_KEY = 128;

export type TextFault = 'empty' | 'too-long' | 'odd-characters';
export type DateFault = 'no-date' | 'future';
export interface EntryFault {
  /** Name of the member of the content. */
  readonly field: string;
  readonly fault: TextFault | DateFault | 'not-allowed';
}

// Controls but tab and new line, lone surrogates, non-characters, and what isolates, embeds or overrides direction.
const ODD =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Cs}/u;
const LINE_BREAK = /[\t\n]/;
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** @param lines a text of several lines. */
export function textFault(
  text: string | undefined,
  { max, needed, lines = false }: { readonly max: number; readonly needed: boolean; readonly lines?: boolean },
): TextFault | undefined {
  if (text === undefined) return needed ? 'empty' : undefined;
  if (text.trim() === '') return 'empty';
  if (text.length > max * 2 || Array.from(text).length > max) return 'too-long';
  return ODD.test(text) || (!lines && LINE_BREAK.test(text)) ? 'odd-characters' : undefined;
}

/** What a source wrote, as a person's text may quote it. */
export function quotable(text: string): string {
  return Array.from(text.replaceAll('\r\n', '\n'), (character) => (ODD.test(character) ? ' ' : character)).join('');
}

/** Of a FHIR date as precise as said. */
export function isPartialDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const [year = '', month, day] = text.split('-');
  if (year < '1850') return false;
  if (month === undefined || day === undefined) return true;
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** Empty where it may be kept. Dates in the future are the forms' to refuse: nothing here knows the day. */
export function entryFaults(content: EntryContent): readonly EntryFault[] {
  switch (content.kind) {
    case 'medicine':
      return [
        ...told('name', textFault(content.name, { max: MAX_NAME, needed: true })),
        ...told('dose', textFault(content.dose, { max: MAX_SHORT, needed: false })),
        ...told('what', textFault(content.what, { max: MAX_SHORT, needed: false })),
        ...(content.since === undefined || isPartialDate(content.since) ? [] : told('since', 'no-date')),
      ];
    case 'allergy':
      return [
        ...told('name', textFault(content.name, { max: MAX_NAME, needed: true })),
        ...told('reaction', textFault(content.reaction, { max: MAX_SHORT, needed: false })),
      ];
    case 'taking':
      return [
        ...aboutFaults(content.about),
        ...told('reason', textFault(content.reason, { max: MAX_LONG, needed: false, lines: true })),
      ];
    case 'note':
      return [
        ...aboutFaults(content.about),
        ...told('text', textFault(content.text, { max: MAX_LONG, needed: true, lines: true })),
      ];
    case 'question':
      return [
        ...told('text', textFault(content.text, { max: MAX_LONG, needed: true, lines: true })),
        ...told('of', textFault(content.of, { max: MAX_KEY, needed: false })),
      ];
  }
}

function told(field: string, fault: EntryFault['fault'] | undefined): readonly EntryFault[] {
  return fault === undefined ? [] : [{ field, fault }];
}

function aboutFaults(about: readonly ItemRef[]): readonly EntryFault[] {
  const isCounted = about.length > 0 && about.length <= MAX_ABOUT;
  return isCounted && about.every(isItem) ? [] : told('about', 'not-allowed');
}

function isItem(item: ItemRef): boolean {
  const texts = 'reference' in item ? [item.reference] : [item.source, item.resourceType, item.originalId];
  return texts.every((text) => text !== '' && text.length <= MAX_ITEM);
}
