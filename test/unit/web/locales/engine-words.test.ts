/** Whatever the engine gives as a reason has words of its own in every language: none is ever shown as the engine writes it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_FORMS, readEvidence } from '../../../../src/record/evidence.ts';
import { extensionsOf } from '../../../../src/record/explain/reported-statuses.ts';
import { EXTENSION } from '../../../../src/record/fhir/canonical.ts';
import { RULES } from '../../../../src/record/match/rules.ts';
import { REASON_FORMS, WHY_FORMS } from '../../../../src/record/tables/reason-forms.ts';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';
import { ITEM_STATUSES } from '../../../../src/web/record/tables/item-statuses.ts';
import { LANGUAGES } from '../../../../src/web/locales/languages.ts';
import { placesOf, textsOf } from '../../../support/locales/catalogue-texts.ts';
import { reconciledPerson } from '../../../support/reconciled-person.ts';

const codeSystem = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../profiles/CodeSystem-${name}.json`, import.meta.url), 'utf8')) as {
    readonly concept: readonly { readonly code: string }[];
  };
const relatedReasons = codeSystem('related-reason');
const discrepancies = codeSystem('discrepancy');

/** Rules of copies join nothing: Provenance names them among the grounds. */
const JOINING = Object.keys(RULES).filter((rule) => !rule.startsWith('E-'));

describe.each(LANGUAGES.map(({ code }) => code))('in %s', (code) => {
  const under = (beginning: string) =>
    textsOf(code).flatMap(({ base }) => (base.startsWith(beginning) ? [base.slice(beginning.length)] : []));

  test('every rule that joins has words, and nothing else has', () =>
    expect(under('item:rule.').toSorted()).toEqual([...JOINING, 'alone'].toSorted()));

  test.each(['changes:status.', 'questions:value.'])('every status has words under %s', (beginning) =>
    expect(under(beginning)).toEqual(expect.arrayContaining([...ITEM_STATUSES])),
  );

  test('every reason why two may be the same has words', () => {
    const reasons = relatedReasons.concept.map(({ code }) => code);
    expect(reasons.length).toBeGreaterThan(0);
    // In one place for every page. Where each names its side, that is said instead.
    expect(under('things:reason.').toSorted()).toEqual([...reasons, 'other-side'].toSorted());
  });

  test('every way to differ has words', () => {
    const codes = discrepancies.concept.map(({ code }) => code);
    const apart = new Set(['possible-duplicate', 'laterality-differs']);
    expect(under('things:difference.')).toEqual(expect.arrayContaining(codes.filter((code) => !apart.has(code))));
    expect(under('questions:what.')).toEqual(
      expect.arrayContaining(codes.filter((code) => code !== 'possible-duplicate')),
    );
  });

  test('every ground has words, and nothing else has', () =>
    expect(under('item:evidence.').toSorted()).toEqual(Object.keys(EVIDENCE_FORMS).toSorted()));

  test('every reason why something is not whole has words, and nothing else has', () => {
    expect(under('record:reason.').toSorted()).toEqual(Object.keys(REASON_FORMS).toSorted());
    expect(under('record:why.').toSorted()).toEqual(Object.keys(WHY_FORMS).toSorted());
  });

  test('such words have places only for what every form of the reason has, and tell what a source’s codes mean', () => {
    const places = new Map(
      textsOf(code).flatMap(({ base, text }) =>
        base.startsWith('record:reason.') ? [[base.slice('record:reason.'.length), placesOf(text)] as const] : [],
      ),
    );
    const wrong = Object.entries(REASON_FORMS).filter(([kind, forms]) => {
      const said = places.get(kind) ?? [];
      const isTold = [forms].flat().every((form) => !form.includes('{why}') || said.includes('why'));
      return !isTold || said.some((name) => [forms].flat().some((form) => !form.includes(`{${name}}`)));
    });
    expect(wrong.map(([kind]) => kind)).toEqual([]);
  });
});

test.each(SANDBOX_PEOPLE)('every ground in the record of $identity.key can be read', (person) => {
  const grounds = reconciledPerson(person).unified.flatMap(({ provenance }) =>
    extensionsOf(provenance, EXTENSION.matchRule)
      .flat()
      .flatMap(({ url, valueString }) => (url === 'evidence' ? (valueString ?? []) : [])),
  );
  expect(grounds.length).toBeGreaterThan(0);
  expect(grounds.filter((ground) => readEvidence(ground) === undefined)).toEqual([]);
});
