import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GatewayError } from '../../../../src/errors.ts';
import { SourceError } from '../../../../src/ports/source-connector.ts';
import { createErrorDetails } from '../../../../src/web/error/error-detail.ts';
import { loadCatalogues } from '../../../../src/web/locales/load-catalogues.ts';

const SRC = fileURLToPath(new URL('../../../../src/', import.meta.url));
/** What the gateway writes itself, for the log and for nobody's eyes. */
const NEVER_SHOWN = new Set(['The sign-in key is not asymmetric.', 'The id of an entry is a UUID.']);

const details = createErrorDetails(loadCatalogues()['en']?.['error'] ?? {});

describe('the detail of an error', () => {
  test('is nothing where the code says it all', () => {
    expect(details(new GatewayError('gone'))).toEqual({ key: undefined, written: undefined });
  });

  test('is a sentence of the catalogue where it has it', () => {
    const error = new GatewayError('sign-in-required', 'Signing in did not work. Start again.');
    expect(details(error)).toEqual({ key: 'error:detail.signInFailed', written: undefined });
  });

  test('of a source is said by its code, and as it was written', () => {
    const cause = new SourceError('unreachable', 'The source cannot be reached.');
    expect(details(new GatewayError('link-failed', cause.detail, cause))).toEqual({
      key: 'error:source.unreachable',
      written: 'The source cannot be reached.',
    });
  });

  test('that nobody has put in the catalogue stays as it was written', () => {
    expect(details(new GatewayError('conflict', 'Never said.'))).toEqual({ key: undefined, written: 'Never said.' });
  });
});

describe('the catalogue', () => {
  /** Every text in the code of these folders that a pattern finds. */
  function found(folders: readonly string[], pattern: RegExp): readonly string[] {
    const files = folders.flatMap((folder) =>
      readdirSync(`${SRC}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    );
    const code = files.filter((name) => name.endsWith('.ts')).map((name) => readFileSync(`${SRC}${name}`, 'utf8'));
    return code.flatMap((text) => [...text.matchAll(pattern)].map(([, words = '']) => words));
  }

  test('has every sentence that a page may have to say', () => {
    const sentences = found(['web', 'services'], /(?:new GatewayError\(\s*'[a-z-]+',|refused\()\s*'([^']+)'/g).filter(
      (text) => !NEVER_SHOWN.has(text),
    );
    expect(sentences.length).toBeGreaterThan(15);
    const missing = sentences.filter((text) => details(new GatewayError('internal', text)).key === undefined);
    expect(missing).toEqual([]);
  });

  test('has words for every way a source can fail', () => {
    const codes = new Set(found(['sources', 'services'], /new SourceError\(\s*'([a-z-]+)'/g));
    expect(codes.size).toBeGreaterThan(10);
    const said = loadCatalogues()['en']?.['error']?.['source'];
    expect([...codes].filter((code) => !Object.hasOwn(said as object, code))).toEqual([]);
  });
});
