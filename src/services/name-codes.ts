/** Asks the terminology server, where there is one, for the names of codes without words, and puts them under the imported releases. */
import { createHash } from 'node:crypto';
import type { ImportedTerminology } from '../record/terminology/imported/imported-terminology.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { CodeToName } from '../ports/terminology-server.ts';
import type { AccountParts } from './account-parts.ts';
import { createAnswerMemo } from './answer-memo.ts';
import type { ServiceContext } from './service-context.ts';
import { wordlessCodes } from './wordless-codes.ts';

/** An answer waits this long for names and then goes without. */
const PATIENCE_MS = 2_000;
const MAX_KEPT_CODES = 200_000;
const RELEASE = 'from the terminology server';

export interface CodeNames {
  readonly terminology: ImportedTerminology | undefined;
  /** Of what the server said: part of what an answer was computed from. */
  readonly digest: string | undefined;
}

export interface NameCodes {
  /** @param ground of what is stored of the accounts: the codes are sought again only where it differs. */
  get(key: string, ground: string, accounts: readonly LinkedAccount[], parts: AccountParts): Promise<CodeNames>;
}

export function createNameCodes({ terminology, terminologyServer }: ServiceContext): NameCodes {
  if (terminologyServer === undefined) return { get: () => Promise.resolve({ terminology, digest: undefined }) };
  const memo = createAnswerMemo<readonly CodeToName[]>({
    maxWeight: MAX_KEPT_CODES,
    weigh: (codes) => codes.length + 1,
  });
  const isUnnamed = ({ system, code }: CodeToName) =>
    [terminology?.medicine(system, code), terminology?.condition(system, code)].every(
      (known) => known === undefined || known.names.length === 0,
    );
  return {
    async get(key, ground, accounts, parts) {
      const codes = await memo.get(key, ground, async () => {
        const read = await Promise.all(accounts.map((account) => parts.get(account)));
        return wordlessCodes(read.flatMap(({ input }) => input.resources.map(({ json }) => json))).filter(isUnnamed);
      });
      const names = codes.length === 0 ? new Map<string, Named>() : await inTime(terminologyServer, codes);
      const said = codes.map(({ system, code }) => names.get(`${system}|${code}`)?.names ?? []);
      return {
        terminology: names.size === 0 ? terminology : withNames(terminology, names),
        digest: createHash('sha256').update(JSON.stringify(said)).digest('base64url'),
      };
    },
  };
}

interface Named {
  readonly names: readonly string[];
}

async function inTime(
  server: NonNullable<ServiceContext['terminologyServer']>,
  codes: readonly CodeToName[],
): Promise<ReadonlyMap<string, Named>> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE_MS);
  try {
    return await server.lookUp(codes, limit.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** An imported release speaks first; what it only maps gets its name from the server. */
function withNames(imported: ImportedTerminology | undefined, names: ReadonlyMap<string, Named>): ImportedTerminology {
  const named = (system: string, code: string) => names.get(`${system}|${code}`)?.names;
  return {
    releases: imported?.releases ?? [],
    medicine(system, code) {
      const known = imported?.medicine(system, code);
      const said = named(system, code);
      return known !== undefined || said === undefined ? known : { release: RELEASE, names: said, ingredients: [] };
    },
    ingredient: (name) => imported?.ingredient(name),
    condition(system, code) {
      const known = imported?.condition(system, code);
      const said = named(system, code);
      if (said === undefined || (known !== undefined && known.names.length > 0)) return known;
      return { release: RELEASE, names: said, icd10: known?.icd10 ?? [] };
    },
  };
}
