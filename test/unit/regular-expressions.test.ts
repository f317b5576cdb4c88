/**
 * Proves that every regular expression of src/ takes time linear in its text, whatever the text says: recheck decides it on the
 * automaton, without trying texts out. A pattern that it cannot decide (look-behind, look-ahead after something unbounded)
 * fails as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Far beyond what any pattern here takes; one that takes longer is as good as undecided. */
const LONGEST_MS = 50_000;

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

interface Found {
  /** `<file>:<line>` below src/. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

interface SourceFile {
  readonly path: string;
  readonly name: string;
  readonly literals: readonly Found[];
  /** Where `new RegExp(…)` or `RegExp(…)` stands. */
  readonly built: readonly string[];
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|js)$/.test(entry.name))
  .map((entry) => readSource(join(entry.parentPath, entry.name)))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

function readSource(path: string): SourceFile {
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const name = relative(SRC, path);
  const literals: Found[] = [];
  const built: string[] = [];
  const lineOf = (node: ts.Node): string => `${name}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ at: lineOf(node), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isCall && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') built.push(lineOf(node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, name, literals, built };
}

/** Decided once for each pattern, however often it stands in the sources. */
const faults = new Map<string, string | undefined>();

function faultOf({ source, flags }: Found): string | undefined {
  const key = `/${source}/${flags}`;
  if (!faults.has(key)) {
    const isSafe = isBounded(source) || verdict(wider(source), flags) === undefined;
    faults.set(key, isSafe ? undefined : verdict(source, flags));
  }
  return faults.get(key);
}

/** Without `*`, `+` and `{n,}` the steps from any one place have a bound that no text can move. */
function isBounded(source: string): boolean {
  return !/[*+]|,\}/.test(source);
}

/** A run through x{1,64} is one through x{1,} too: what holds for the wider pattern holds, and is decided much sooner. */
function wider(source: string): string {
  return source.replace(/(\]|\\[a-zA-Z]|[A-Za-z0-9])\{(\d+),\d+\}/g, '$1{$2,}');
}

/** Undefined where the automaton proves it safe. */
function verdict(source: string, flags: string): string | undefined {
  const found = checkSync(source, flags, { checker: 'automaton', timeout: LONGEST_MS, maxAttackStringSize: 100 });
  if (found.status === 'safe') return undefined;
  return found.status === 'unknown' ? `undecided: ${JSON.stringify(found.error)}` : found.complexity.summary;
}

function faultsIn(found: readonly Found[]): readonly string[] {
  return found.flatMap((one) => {
    const fault = faultOf(one);
    return fault === undefined ? [] : [`${one.at} /${one.source}/${one.flags}: ${fault}`];
  });
}

describe('the checker', () => {
  test.each([
    ['\\s+$', 'polynomial'],
    ['^(?:a+)+$', 'exponential'],
    ['(?<=a)b+', 'undecided'],
  ])('refuses /%s/ as %s', (source, why) => {
    expect(verdict(source, '')).toContain(why);
  });
});

describe('regular expressions written out', () => {
  test.each(files.filter(({ literals }) => literals.length > 0))('$name', ({ literals }) => {
    expect(faultsIn(literals)).toEqual([]);
  });
});

describe('regular expressions put together', () => {
  const builders = files.filter(({ built }) => built.length > 0);
  const seen: Found[] = [];
  const original = globalThis.RegExp;

  // Each is put together when its file is loaded; the constructor tells who called it, and with what.
  beforeAll(async () => {
    globalThis.RegExp = new Proxy(original, {
      construct: (target, parts: ConstructorParameters<RegExpConstructor>, caller) => {
        const pattern = Reflect.construct(target, parts, caller) as RegExp;
        const at = callerBelow(new Error().stack ?? '');
        if (at !== undefined) seen.push({ at, source: pattern.source, flags: pattern.flags });
        return pattern;
      },
    });
    try {
      for (const { path } of builders) await import(pathToFileURL(path).href);
    } finally {
      globalThis.RegExp = original;
    }
  });

  afterAll(() => {
    const written = files.reduce((sum, { literals }) => sum + literals.length, 0);
    process.stdout.write(`regular expressions proved linear: ${written} written out, ${seen.length} put together\n`);
  });

  test.each(builders)('$name', ({ name, built }) => {
    const own = seen.filter(({ at }) => at.startsWith(`${name}:`));
    expect(built.filter((at) => !own.some((one) => one.at === at))).toEqual([]);
    expect(faultsIn(own)).toEqual([]);
  });
});

/** `<file>:<line>` of the first caller in src/; undefined where a library asks. */
function callerBelow(stack: string): string | undefined {
  const caller = stack.split('\n').find((line) => line.includes('/src/') || line.includes('/node_modules/'));
  const [, file, line] = /\/src\/(.+\.ts):(\d+):\d+\)?$/.exec(caller ?? '') ?? [];
  return file === undefined ? undefined : `${file}:${line ?? ''}`;
}
