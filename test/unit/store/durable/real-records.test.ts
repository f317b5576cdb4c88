import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { PullWrite } from '../../../../src/ports/durable-store.ts';
import { createSqliteStore } from '../../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { recordsFolder } from '../../../support/needs.ts';
import { AT_NINE, accountOf, orla } from '../../../contract/durable-store/people-of-the-contract.ts';

const RECORDS = recordsFolder();
const MAX_RESOURCES = 20_000;

type Delivered = PullWrite['resources'][number];

function deliveredOf(value: unknown, at: string): readonly Delivered[] {
  if (typeof value !== 'object' || value === null || !('resourceType' in value)) return [];
  const { resourceType } = value;
  const entries = 'entry' in value && Array.isArray(value.entry) ? (value.entry as unknown[]) : [];
  if (resourceType === 'Bundle') {
    return entries.flatMap((entry, position) =>
      typeof entry === 'object' && entry !== null && 'resource' in entry
        ? deliveredOf(entry.resource, `${at} entry[${position}]`)
        : [],
    );
  }
  const type = String(resourceType);
  const originalId = 'id' in value && typeof value.id === 'string' ? value.id : undefined;
  const text = JSON.stringify(value);
  return [{ resourceType: type, originalId, text, fullUrl: undefined, at, unreadable: undefined, readAs: type }];
}

function readRecords(folder: string): readonly Delivered[] {
  const found: Delivered[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.json(\.gz)?$/.test(name) || found.length > MAX_RESOURCES) continue;
    const bytes = readFileSync(join(folder, name));
    found.push(...deliveredOf(JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')), name));
  }
  return found;
}

function familyNames(resources: readonly Delivered[]): readonly string[] {
  const texts = resources.filter(({ resourceType }) => resourceType === 'Patient').map(({ text }) => text);
  const names = texts.flatMap((text) => [...text.matchAll(/"family":\[?"([^"]{6,})"/g)].map(([, name]) => name ?? ''));
  return [...new Set(names)];
}

test.skipIf(RECORDS === undefined)(
  'real records (PHR_RECORDS) come back to the letter, and rest unreadable',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phr-real-'));
    const file = join(folder, 'data.sqlite');
    const operatorKey = randomBytes(32);
    const account = accountOf(orla, 'hospital');
    const resources = readRecords(RECORDS ?? '');
    expect(resources.length).toBeGreaterThan(0);
    try {
      const store = await createSqliteStore({ file, operatorKey });
      await store.createPerson(orla);
      await store.putAccount(account);
      for (const at of [AT_NINE, '2026-03-01T12:00:00.000Z']) {
        await store.writePull({ ...account, lastTriedAt: at }, { at, outcomes: [], resources });
      }
      await store.close();
      const bytes = readFileSync(file);
      expect(familyNames(resources).filter((name) => bytes.includes(name))).toEqual([]);

      const again = await createSqliteStore({ file, operatorKey });
      const kept = await again.listResources(orla.id, account.id);
      await again.close();
      expect(new Set(kept.map(({ text }) => text))).toEqual(new Set(resources.map(({ text }) => text)));
      expect(kept.every(({ firstSeenAt, lastSeenAt }) => firstSeenAt === AT_NINE && lastSeenAt > AT_NINE)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
