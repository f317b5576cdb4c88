/**
 * What a join may rest on, in the words Provenance gives it: each ground has one form, so that a reader can take it apart
 * again and say it in another language. The engine can write no other: its type is made from these forms.
 */
import { formReader, type Written } from './forms.ts';

/** `{…}`: what a source wrote, a code, a source's name or a release. */
export const EVIDENCE_FORMS = {
  name: 'name "{words}"',
  'imported-name': 'name "{words}" (imported {release})',
  brand: 'brand "{words}"',
  display: 'display "{words}"',
  'misspelt-name': '"{words}" is one edit away from a known name',
  'misspelt-substance': 'near "{words}"',
  'none-known': '"{words}"',
  'code-and-words': 'code {code} (confirmed by "{words}")',
  'code-without-words': 'code {code} (not confirmed by the text)',
  'imported-code': 'code {code} (imported {release})',
  'known-code': 'code {code} (its meaning is known from {list})',
  replaces: 'replaces an earlier order of its source',
  'refers-to': 'refers to another record of its source',
  'referred-to': 'another record of its source refers to it',
  'same-group': 'same group identifier in its source',
  'E-identifier': 'E-identifier: identifier of system {system}',
  'E-elsewhere': 'E-elsewhere: marked as recorded or prescribed elsewhere',
  'E-view': 'E-view: shows the record of {source}',
} as const;

export type EvidenceKind = keyof typeof EVIDENCE_FORMS;

/** One ground as Provenance writes it. */
export type Evidence = Written<typeof EVIDENCE_FORMS>;

/** @returns undefined for a text of none of the forms. */
export const readEvidence = formReader(EVIDENCE_FORMS);
