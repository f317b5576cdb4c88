/** Which keys of the catalogues the pages use: whole ones, and beginnings where the rest is a value (`'ns:prefix.' + value`). */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Of TypeScript and of templates: they name catalogues too. */
const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|^\s*\/\/.*$|\{#[^#]*#\}/gm;

const WEB = fileURLToPath(new URL('../../../src/web/', import.meta.url));

export interface UsedKeys {
  /** Key → the files that use it. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
  /** Each ends with a dot. */
  readonly beginnings: ReadonlyMap<string, readonly string[]>;
}

export function usedKeys(namespaces: readonly string[]): UsedKeys {
  // A key between quotes, or up to a `${` in a template literal.
  const key = new RegExp(`['"\`]((?:${namespaces.join('|')}):[\\w.-]+)(['"\`]|\\$\\{)`, 'g');
  const whole = new Map<string, readonly string[]>();
  const beginnings = new Map<string, readonly string[]>();
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' });
  for (const name of files.filter((file) => /\.(?:ts|njk)$/.test(file))) {
    for (const [, found = '', end] of readFileSync(`${WEB}${name}`, 'utf8').replaceAll(COMMENT, '').matchAll(key)) {
      const into = found.endsWith('.') || end === '${' ? beginnings : whole;
      into.set(found, [...(into.get(found) ?? []), name]);
    }
  }
  return { whole, beginnings };
}
