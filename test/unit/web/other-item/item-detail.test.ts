import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { itemDetail } from '../../../../src/web/other-item/item-detail.ts';
import { itemFile } from '../../../../src/web/other-item/item-files.ts';
import { textOfMarkup } from '../../../../src/web/other-item/text-of-markup.ts';
import { createNames } from '../../../../src/web/other/reference-names.ts';
import { decidedRecord } from '../../../support/decided-delivery.ts';

function itemOf(...resources: object[]) {
  const record = decidedRecord({ gp: resources as { resourceType: string; id: string }[] }, []);
  const [first] = resources as { id: string }[];
  const item = record.sourceRecords.find(({ originalId }) => originalId === first?.id);
  if (item === undefined) throw new Error('not kept');
  return { item, detail: itemDetail(item, (source) => source, createNames(record)) };
}

const LETTER = {
  resourceType: 'DocumentReference',
  id: 'd',
  status: 'current',
  type: { text: 'Letter' },
  content: [
    { attachment: { contentType: 'text/plain', data: Buffer.from('Dear patient').toString('base64') } },
    { attachment: { contentType: 'application/pdf', data: Buffer.from('%PDF').toString('base64'), title: 'Scan' } },
  ],
};

describe('a record on a page of its own', () => {
  test('has a line for every value in it', () => {
    const { detail } = itemOf({
      resourceType: 'Observation',
      id: 'o',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '1-1', display: 'Glucose' }] },
      note: [{ text: 'first' }, { text: 'second' }],
      valueQuantity: { value: 5.4, unit: 'mmol/L' },
    });
    expect(detail.lines.map(({ label, text }) => `${label}: ${text}`)).toEqual(
      expect.arrayContaining([
        'code › coding › display: Glucose',
        'note 1 › text: first',
        'note 2 › text: second',
        'valueQuantity › value: 5.4',
      ]),
    );
  });

  test('links to what it refers to, and sets out the results of a report', () => {
    const { detail } = itemOf(
      {
        resourceType: 'DiagnosticReport',
        id: 'r',
        status: 'final',
        code: { text: 'Blood' },
        result: [{ reference: 'Observation/o' }, { reference: 'Observation/missing' }],
      },
      { resourceType: 'Observation', id: 'o', status: 'final', code: { text: 'Glucose' }, valueString: 'high' },
    );
    expect(detail.results).toMatchObject([{ what: 'Glucose', path: '/other/Observation/gp-o' }]);
    const links = detail.lines.filter(({ label }) => label.startsWith('result'));
    expect(links.map(({ path }) => path)).toEqual(['/other/Observation/gp-o', undefined]);
  });

  test('offers the files in it, and no more', () => {
    const { item, detail } = itemOf(LETTER);
    expect(detail.lines.filter(({ file }) => file !== undefined).map(({ file }) => file)).toEqual([0, 1]);
    const [letter, scan] = [itemFile(item.resource, 0), itemFile(item.resource, 1)];
    expect(Buffer.from(letter?.content ?? []).toString()).toBe('Dear patient');
    expect([letter?.fileName, scan?.fileName]).toEqual(['DocumentReference-1.txt', 'DocumentReference-2.pdf']);
    for (const none of [2, -1, Number.NaN, 0.5]) expect(itemFile(item.resource, none)).toBeUndefined();
  });

  test('that is a file as a whole is offered, not written out', () => {
    const data = Buffer.from('%PDF').toString('base64');
    const { item, detail } = itemOf({ resourceType: 'Binary', id: 'b', contentType: 'application/pdf', data });
    expect(detail.lines.map(({ label, text, file }) => [label, text, file])).toEqual([
      ['contentType', 'application/pdf', undefined],
      ['data', '', 0],
    ]);
    expect(Buffer.from(itemFile(item.resource, 0)?.content ?? []).toString()).toBe('%PDF');
  });

  test('gives a narrative without its markup', () => {
    const { detail } = itemOf({
      resourceType: 'Composition',
      id: 'c',
      status: 'final',
      title: 'Summary',
      text: {
        status: 'generated',
        div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Well &amp; <b>fit</b></p></div>',
      },
    });
    expect(detail.lines.find(({ label }) => label.endsWith('div'))?.text).toBe('Well & fit');
  });
});

describe('text of markup', () => {
  test.each([
    ['a < b', 'a'],
    ['<p>one</p><p>two</p>', 'one two'],
    ['&lt;script&gt; &#233; &#x41; &bogus;', '<script> é &#x41; &bogus;'],
    ['', ''],
  ])('%j', (markup, text) => expect(textOfMarkup(markup)).toBe(text));

  test('holds no tag, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<', '>', 'a', ' ', '<b>', '</b>', '"')), (parts) => {
        expect(textOfMarkup(parts.join(''))).not.toMatch(/<[^>]*>/);
      }),
    );
  });
});
