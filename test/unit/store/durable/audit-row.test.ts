import { describe, expect, test } from 'vitest';
import { fromAuditRow, toAuditRow } from '../../../../src/store/durable/audit-row.ts';
import { createPersonKeys } from '../../../../src/store/encryption/person-keys.ts';
import { deriveOperatorKeys } from '../../../../src/store/encryption/operator-keys.ts';
import { auditLine } from '../../../contract/durable-store/contract-values.ts';
import { orla } from '../../../contract/durable-store/people-of-the-contract.ts';

const operator = deriveOperatorKeys(new Uint8Array(32));
const { keys } = createPersonKeys(operator, orla.id);
const row = (changes: Parameters<typeof auditLine>[0] = {}) => {
  const made = toAuditRow(keys, 'line-1', auditLine(changes));
  return { ...made, details: made.details ?? null, what: '[]' } as Parameters<typeof fromAuditRow>[1];
};

describe('a line of the access log at rest', () => {
  test('has in clear neither types, sources, the record, the question nor notes', () => {
    const { details, ...clear } = row();
    const text = JSON.stringify(clear);
    for (const told of ['MedicationStatement', 'hospital', 'a note']) {
      expect(text).not.toContain(told);
      expect(Buffer.from(details ?? []).toString('latin1')).not.toContain(told);
    }
    expect(fromAuditRow(keys, row())).toMatchObject({ types: ['MedicationStatement'], sources: ['hospital'] });
  });

  test('does not open in the place of another line, nor with the key of another person', () => {
    expect(() => fromAuditRow(keys, { ...row(), audit_id: 'line-2' })).toThrow();
    expect(() => fromAuditRow(createPersonKeys(operator, 'p-other').keys, row())).toThrow();
  });

  test('without the key it says that something was done, not what it was about', () => {
    expect(fromAuditRow(undefined, row())).toMatchObject({ action: 'read', types: [], sources: [], query: undefined });
  });

  test('from before the details were sealed, it still names its source where it was about one', () => {
    const before = { ...row({ action: 'link' }), details: null, what: '["hospital"]' };
    expect(fromAuditRow(keys, before)).toMatchObject({ action: 'link', sources: ['hospital'], types: [] });
    expect(fromAuditRow(keys, { ...before, action: 'read', what: '["record"]' })).toMatchObject({ sources: [] });
  });
});
