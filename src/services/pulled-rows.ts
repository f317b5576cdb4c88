/** Turns what a connector delivered into rows of the store: the text as received, nothing interpreted. */
import type { PullWrite } from '../ports/durable-store.ts';
import type { PullResult } from '../ports/source-connector.ts';

type Row = PullWrite['resources'][number];

export function pulledRows(result: PullResult): readonly Row[] {
  const read = result.resources.map((item): Row => {
    const json = item.json;
    return {
      resourceType: textOf(json, 'resourceType') ?? 'Unknown',
      originalId: textOf(json, 'id'),
      text: item.text,
      fullUrl: item.fullUrl,
      at: item.at,
      unreadable: undefined,
      readAs: item.readAs,
    };
  });
  const unreadable = result.unreadable.map((item): Row => ({
    resourceType: 'Unknown',
    originalId: undefined,
    text: item.text,
    fullUrl: undefined,
    at: item.at,
    unreadable: item.reason,
    readAs: item.readAs,
  }));
  return [...read, ...unreadable];
}

function textOf(json: unknown, key: 'resourceType' | 'id'): string | undefined {
  if (typeof json !== 'object' || json === null || !(key in json)) return undefined;
  const value = (json as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : undefined;
}
