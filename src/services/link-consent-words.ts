/** What an actor agrees to before a source is read without a sign-in there; shown on the page and kept as shown. */

export function linkConsentWords(title: string, whose: 'own' | { readonly name: string }): string {
  const record = whose === 'own' ? 'my record' : `the record of ${whose.name}`;
  const identifier = whose === 'own' ? 'my verified identifier' : 'their verified identifier';
  return `I agree that this gateway looks for ${record} at ${title} by ${identifier}, reads it with access of its own and keeps a copy, until I unlink it.`;
}
