/** JSON of a configuration file; where it is broken only the place is told, because the engine's message quotes the text. */

export type JsonResult = { readonly value: unknown } | { readonly what: string };

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

export function parseJson(text: string): JsonResult {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const offset = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    const place = offset === undefined ? '' : ` near ${placeOf(text, Number(offset))}`;
    return { what: `is not valid JSON${place}` };
  }
}
