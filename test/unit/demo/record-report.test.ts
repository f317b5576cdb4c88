import type { Coding, Extension, OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { recordReport } from '../../../src/demo/record-report.ts';
import {
  COMPLETENESS_SYSTEM,
  EXTENSION,
  RECORD_KIND_SYSTEM,
  SOURCE_NAME_SYSTEM,
} from '../../../src/record/fhir/canonical.ts';
import type { R4Resource } from '../../../src/record/fhir/types.ts';

const kind = (code: string): Coding => ({ system: RECORD_KIND_SYSTEM, code });

function medicine(text: string): readonly R4Resource[] {
  return [
    {
      resourceType: 'MedicationStatement',
      id: 'u1',
      meta: { tag: [kind('unified')] },
      status: 'active',
      subject: { reference: 'Patient/p' },
      medicationCodeableConcept: { text },
      derivedFrom: [{ reference: 'MedicationStatement/gp-1' }],
    },
    {
      resourceType: 'MedicationStatement',
      id: 'gp-1',
      meta: { tag: [kind('source'), { system: SOURCE_NAME_SYSTEM, code: 'gp' }] },
      status: 'active',
      subject: { reference: 'Patient/p' },
      medicationCodeableConcept: { text },
    },
  ];
}

const copyOf = (reference: string): R4Resource => ({
  resourceType: 'Provenance',
  id: 'pr1',
  target: [{ reference: 'MedicationStatement/u1' }],
  recorded: '2026-01-01T00:00:00Z',
  agent: [{ who: { reference: 'Device/d' } }],
  entity: [{ role: 'quotation', what: { reference } }],
});

function outcome(...issues: readonly { readonly state: string; readonly reason?: string; readonly text: string }[]) {
  const issue = issues.map(({ state, reason, text }): OperationOutcomeIssue => {
    const parts: Extension[] = [
      { url: 'source', valueString: 'gp' },
      { url: 'state', valueString: state },
    ];
    if (reason !== undefined) parts.push({ url: 'reason', valueString: reason });
    return {
      severity: 'warning',
      code: 'incomplete',
      details: { coding: [{ system: COMPLETENESS_SYSTEM, code: state }], text },
      extension: [{ url: EXTENSION.completeness, extension: parts }],
    };
  });
  return [{ resourceType: 'OperationOutcome', issue }] satisfies OperationOutcome[];
}

const report = (resources: readonly R4Resource[], outcomes: readonly OperationOutcome[] = []) =>
  recordReport({ resources, outcomes }, [], 100).join('\n');

describe('what the demo prints of a record', () => {
  test("a source's text reaches the terminal without its control characters", () => {
    const text = report(medicine('Aspirin\u001b[2J \u202E75mg'));
    expect(text).toContain('Aspirin\uFFFD[2J \uFFFD75mg');
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });

  test('a text of a million characters is cut short', () => {
    expect(report(medicine('x'.repeat(1_000_000))).length).toBeLessThan(3000);
  });

  test('where only a copy is at hand, it says that somebody else said it', () => {
    const text = report([...medicine('Aspirin'), copyOf('MedicationStatement/gp-1')]);
    expect(text).toMatch(/Aspirin .*active\s+elsewhere/);
    expect(text).toContain('(copy: gp)');
  });

  test.each([
    ['refuted', [], 'ruled out'],
    ['entered-in-error', [], 'written by mistake'],
    ['unconfirmed', ['active'], 'active, not confirmed'],
    ['confirmed', ['active'], 'active'],
    ['confirmed', [], 'not said'],
    [undefined, [], 'not said'],
  ])('how sure a condition is (%s) with the status %j is told: %s', (verification, clinical, told) => {
    const coded = (code: string) => ({ coding: [{ code }] });
    const condition: R4Resource = {
      resourceType: 'Condition',
      id: 'u1',
      meta: { tag: [kind('unified')] },
      subject: { reference: 'Patient/p' },
      code: { text: 'Angina' },
      ...(verification === undefined ? {} : { verificationStatus: coded(verification) }),
      ...(clinical[0] === undefined ? {} : { clinicalStatus: coded(clinical[0]) }),
    };
    const line =
      report([condition])
        .split('\n')
        .find((text) => text.startsWith('Angina')) ?? '';
    expect(line.split(/\s{2,}/)[1]).toBe(told);
  });

  test('a source that could not be linked is part of how complete it is', () => {
    const notLinked = [{ name: 'clinic', reason: 'the date of birth differs' }];
    const lines = recordReport({ resources: medicine('Aspirin'), outcomes: [] }, notLinked, 100);
    expect(lines).toContain('• clinic: not linked, nothing of it is here – the date of birth differs');
    expect(report([])).toContain('• No source is linked.');
  });

  test('one cause is told once', () => {
    const text = report(
      medicine('Aspirin'),
      outcome(
        { state: 'partial', reason: 'On their way.', text: 'gp: partial: On their way.' },
        { state: 'partial', reason: 'On their way.', text: 'gp: Condition partial: On their way.' },
        { state: 'partial', reason: 'No time left.', text: 'gp: Observation partial: No time left.' },
        { state: 'list-warning', reason: 'r', text: 'gp: Problems may be incomplete: r' },
        { state: 'list-warning', reason: 'r', text: 'gp: Allergies may be incomplete: r' },
      ),
    );
    expect(text.slice(text.indexOf('How complete')).split('\n')).toEqual([
      'How complete this is',
      '• gp: partial, 1 resource – On their way.',
      '• gp: Observation partial: No time left.',
      '• gp: may be incomplete (r): Problems; Allergies',
    ]);
  });
});
