/** Looks for texts in bytes: as they are, and as a careless program would have written them. */

/** Runs of printable characters: everything sealed falls away, so that thousands of words are looked for in little. */
export function printableRuns(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  // Without its zeros UTF-16 reads like any other text.
  return [text, text.replaceAll('\0', '')].flatMap((one) => one.match(/[\x20-\x7e\x80-\xff]{5,}/g) ?? []).join('\n');
}

/** @param runs of `printableRuns`. Upper and lower case are one. */
export function wordsIn(runs: string, words: readonly string[]): readonly string[] {
  const lower = runs.toLowerCase();
  return words.filter((word) => lower.includes(word.toLowerCase()));
}

/** Any text, in UTF-8, UTF-16, hexadecimal and base64 at each of its three offsets. @param runs of `printableRuns`. */
export function secretsIn(runs: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => codings(secret).some((coded) => runs.includes(coded)));
}

function codings(secret: string): readonly string[] {
  const plain = Buffer.from(secret, 'utf8');
  const shifted = [0, 1, 2].map((offset) =>
    // Without the characters that the neighbours take part in.
    Buffer.concat([Buffer.alloc(offset), plain])
      .toString('base64')
      .slice(offset === 0 ? 0 : offset + 1, -4),
  );
  const coded = [
    plain.toString('hex'),
    ...shifted.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
  // A few letters of a code come up by chance in megabytes of random bytes.
  return [plain.toString('latin1'), Buffer.from(secret, 'utf16le').toString('latin1').replaceAll('\0', '')].concat(
    coded.filter((text) => text.length >= 8),
  );
}
