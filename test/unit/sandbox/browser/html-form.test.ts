/** The forms read back are the forms written, whatever stands in them. */
import { describe, expect, test } from 'vitest';
import { formsOf } from '../../../../src/sandbox/browser/html-form.ts';
import { consentPage, errorPage, signInPage } from '../../../../src/sandbox/oauth/html.ts';

const ODD = `<b>"O'Neill" & co</b>`;

describe('formsOf', () => {
  test('reads the sign-in page', () => {
    const [form] = formsOf(signInPage(ODD, '/oauth/interaction/a?x=1&y=2', 'wrong'));
    expect(form).toEqual({
      id: 'sign-in',
      action: '/oauth/interaction/a?x=1&y=2',
      fields: [
        ['userName', ''],
        ['password', ''],
      ],
    });
  });

  test('reads the consent page: every scope ticked, the only record', () => {
    const page = { title: ODD, action: '/go', clientName: ODD, scopes: ['patient/*.rs', ODD] };
    const [form] = formsOf(consentPage({ ...page, records: [{ key: ODD, label: ODD }] }));
    expect(form?.fields).toEqual([
      ['scope', 'patient/*.rs'],
      ['scope', ODD],
      ['record', ODD],
    ]);
  });

  test('reads the first of several records', () => {
    const records = [
      { key: 'one', label: 'One' },
      { key: 'two', label: 'Two' },
    ];
    const [form] = formsOf(consentPage({ title: 't', action: '/go', clientName: 'c', scopes: [], records }));
    expect(form?.fields).toEqual([['record', 'one']]);
  });

  test('reads of boxes and radio buttons what is checked', () => {
    const box = (type: string, name: string, value: string, checked: string) =>
      `<input type="${type}" name="${name}" value="${value}"${checked}>`;
    const [form] = formsOf(
      `<form id="f" action="/">${box('radio', 'who', 'a', '')}${box('radio', 'who', 'b', ' checked')}${box('checkbox', 'what', 'c', '')}</form>`,
    );
    expect(form?.fields).toEqual([['who', 'b']]);
  });

  test('finds none on an error page', () => {
    expect(formsOf(errorPage('t', 'no'))).toEqual([]);
  });
});

test('nothing in a page is taken for markup', () => {
  const page = consentPage({
    title: ODD,
    action: '/',
    clientName: ODD,
    scopes: [ODD],
    records: [{ key: 'k', label: ODD }],
  });
  expect(page).not.toContain('<b>');
});
