/** One unified record in plain words. */
import type { Extension } from 'fhir/r4.js';
import { compareText } from '../facts/fact.ts';
import { EXTENSION } from '../fhir/canonical.ts';
import { RULES } from '../match/rules.ts';
import type { UnifiedRecord } from '../reconciled-record.ts';
import { dayWords } from './day-words.ts';
import { issueCode, statedValuesOf, type RecordIssues } from './issues-by-record.ts';
import { printable } from './printable.ts';
import { itemName, refOf, type RecordNames } from './record-names.ts';
import { extensionsOf, statusWords } from './reported-statuses.ts';
import { DIFFERENCE_WORDS, REASON_WORDS, TYPE_WORDS } from './tables/issue-words.ts';

export function explainUnified(
  unified: UnifiedRecord,
  issues: ReadonlyMap<string, RecordIssues>,
  byReference: ReadonlyMap<string, UnifiedRecord>,
  names: RecordNames,
): readonly string[] {
  const { resource } = unified;
  const ref = refOf(resource);
  const own = issues.get(ref);
  const type = typeWords(resource);
  return [
    `${names.titleOf(resource)} (${type}; ${statusWords(unified, names)})`,
    `  ${ref}`,
    ...members(unified, names),
    ...rules(unified, names),
    ...decisions(unified),
    ...differences(own, names),
    ...relations(ref, own, byReference, names),
  ];
}

/** `condition, not a diagnosis`: what is social or administrative, or not of the person's own present. */
function typeWords(resource: UnifiedRecord['resource']): string {
  const type = TYPE_WORDS[resource.resourceType] ?? resource.resourceType;
  const isOther = extensionsOf(resource, EXTENSION.notADiagnosis).length > 0;
  return isOther ? `${type}, not a diagnosis` : type;
}

function members(unified: UnifiedRecord, names: RecordNames): readonly string[] {
  const copies = new Set(
    (unified.provenance.entity ?? []).flatMap(({ role, what }) => (role === 'quotation' ? (what.reference ?? []) : [])),
  );
  const sources = new Set(unified.members.map((member) => member.source));
  return [
    `  From ${count(unified.members.length, 'record')} of ${count(sources.size, 'source')}:`,
    ...unified.members.map((member) => {
      const ref = refOf(member.resource);
      const shown = names.recordOf(ref)?.resource as { extension?: readonly Extension[] } | undefined;
      const original = shown?.extension?.find((item) => item.url === EXTENSION.copyOf)?.valueReference?.reference;
      const copy = copies.has(ref) ? ` (a copy${original === undefined ? '' : ` of ${names.itemOf(original)}`})` : '';
      return `    ${itemName(member)}: ${names.nameOf(member.resource)}${copy}`;
    }),
  ];
}

/** One line per rule, with what it rests on. */
function rules(unified: UnifiedRecord, names: RecordNames): readonly string[] {
  const byRule = new Map<string, { items: string[]; evidence: Set<string> }>();
  for (const { url, extension = [] } of unified.provenance.extension ?? []) {
    if (url !== EXTENSION.matchRule) continue;
    const rule = extension.find((part) => part.url === 'rule')?.valueCode ?? '';
    const version = extension.find((part) => part.url === 'version')?.valueString ?? '';
    const key = `${rule}, version ${version}`;
    const entry = byRule.get(key) ?? { items: [], evidence: new Set<string>() };
    byRule.set(key, entry);
    entry.items.push(...extension.flatMap((part) => part.valueReference?.reference ?? []));
    for (const part of extension) if (part.valueString && part.url === 'evidence') entry.evidence.add(part.valueString);
  }
  const isAlone = unified.members.length === 1;
  return [...byRule]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, { items, evidence }]) => {
      const id = key.slice(0, key.indexOf(','));
      const said: string =
        isAlone && id.endsWith('-alone') ? 'No other record was found to be the same.' : ruleWords(id);
      const which =
        byRule.size > 1
          ? ` [${items
              .map((item) => names.itemOf(item))
              .sort(compareText)
              .join(', ')}]`
          : '';
      return [
        `  ${isAlone ? 'Why alone' : 'Why together'}: ${said} (${key})${which}`,
        ...[...evidence].sort(compareText).map((text) => `    because: ${printable(text)}`),
      ];
    });
}

function ruleWords(id: string): string {
  return (RULES as Readonly<Record<string, string>>)[id] ?? id;
}

function decisions(unified: UnifiedRecord): readonly string[] {
  return (unified.provenance.extension ?? []).flatMap(({ url, extension = [] }) => {
    if (url !== EXTENSION.personDecision) return [];
    const kind = extension.find((part) => part.url === 'decision')?.valueCode;
    const actor = extension.find((part) => part.url === 'actor')?.valueReference;
    const date = extension.find((part) => part.url === 'date')?.valueDateTime ?? '';
    const who = printable(actor?.reference ?? actor?.identifier?.value ?? 'someone');
    const what = kind === 'same' ? 'these are the same' : 'another record is not the same';
    return [`  Decided: ${what} (${who}, ${printable(date)})`];
  });
}

function differences(issues: RecordIssues | undefined, names: RecordNames): readonly string[] {
  return sortedLines(issues?.differences ?? [], (issue) => {
    const said = statedValuesOf(issue).map(({ value, refs, date }) => {
      const who = [...new Set(refs.map((ref) => names.sourceOf(ref) ?? ref))].sort(compareText).join(' and ');
      return `${who}: ${value === '' ? 'nothing said' : printable(dayWords(value))}${date === undefined ? '' : ` (${dayWords(date)})`}`;
    });
    return `  Differs, ${DIFFERENCE_WORDS[issueCode(issue)] ?? issueCode(issue)}: ${said.join('; ')}`;
  });
}

function relations(
  ref: string,
  issues: RecordIssues | undefined,
  byReference: ReadonlyMap<string, UnifiedRecord>,
  names: RecordNames,
): readonly string[] {
  return sortedLines(issues?.relations ?? [], (issue) => {
    const others = (issue.implicated ?? []).flatMap(({ reference }) => {
      const other = reference === ref ? undefined : byReference.get(reference ?? '');
      return other === undefined ? [] : [`${names.titleOf(other.resource)} (${refOf(other.resource)})`];
    });
    const named = others.join('; ');
    const code = issue.extension?.find((item) => item.url === EXTENSION.relatedReason)?.valueCoding?.code;
    if (code === undefined) return `  Stands against: ${named}. One says that there is none.`;
    return `  May be the same as, and was not joined with: ${named}. Why: ${REASON_WORDS[code] ?? code}.`;
  });
}

function sortedLines<T>(items: readonly T[], line: (item: T) => string): readonly string[] {
  return [...new Set(items.map(line))].sort(compareText);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
