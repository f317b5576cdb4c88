import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, list, narrative, table } from '../../../../../src/record/views/summary/xhtml.ts';

test('escapes what is markup, and leaves out what XML cannot hold', () => {
  expect(element('p', 'a <b>&"\'</b>').xhtml).toBe('<p>a &lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;</p>');
  expect(element('p', 'x\u0000\u0008\uD800\uFFFE\u202Ey').xhtml).toBe('<p>x     y</p>');
  expect(element('p', 'Łódź 😀').xhtml).toBe('<p>Łódź 😀</p>');
});

test('builds tables with lines in a cell, and lists', () => {
  expect(table(['A'], [[['one', element('b', 'two')]]]).xhtml).toBe(
    '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>one<br/><b>two</b></td></tr></tbody></table>',
  );
  expect(list(['a', 'b']).xhtml).toBe('<ul><li>a</li><li>b</li></ul>');
});

test('a narrative says its language', () => {
  expect(narrative([element('p', 'x')]).div).toBe(
    '<div xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><p>x</p></div>',
  );
});

test('no text ever gives an element', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = element('p', text).xhtml.slice(3, -4);
      expect(inside).not.toMatch(/[<>]/);
      expect(inside.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    }),
  );
});
