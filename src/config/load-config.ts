/** Reads the whole environment once: every fault at once, no value repeated, no default for any secret (design 9). */
import { randomBytes } from 'node:crypto';
import { ConfigError } from './config-error.ts';
import type { ConfigFault } from './config-error.ts';
import type { ReadFile } from './files.ts';
import type { Environment } from './read-settings.ts';
import { readSettings, unknownSettings } from './read-settings.ts';
import { runKeyCommand, type RunKeyCommand } from './run-key-command.ts';
import { settingsSchema } from './settings.ts';
import type { SignInConfig } from './sign-in.ts';
import { checkSignIn } from './sign-in.ts';
import type { TokenIssuer } from './token-issuers.ts';
import { loadTokenIssuers } from './token-issuers.ts';
import type { TlsConfig } from './tls.ts';
import { checkTls } from './tls.ts';
import { withoutTrailingSlash } from './urls.ts';
import { parseFields } from './zod-faults.ts';

export interface Config {
  /** Without trailing slash. */
  readonly publicUrl: string;
  /** `<publicUrl>/fhir/R4` */
  readonly fhirBaseUrl: string;
  /** Undefined: plain http, behind a proxy that serves https. */
  readonly tls?: TlsConfig | undefined;
  readonly host: string;
  readonly port: number;
  readonly dataFile: string;
  /** Undefined: the data file. May hold a password. */
  readonly postgresUrl?: string | undefined;
  /** Undefined: what several gateways would share is kept in this process. May hold a password. */
  readonly redisUrl?: string | undefined;
  /** 32 bytes. */
  readonly operatorKey: Uint8Array;
  /** 32 bytes; while the operator key is being changed. */
  readonly previousOperatorKey?: Uint8Array | undefined;
  /** Where the list of deletions is kept; undefined: in the database only. */
  readonly deletionsFile?: string | undefined;
  /** Days for which the nameless access log of a deleted person is kept. */
  readonly auditRetentionDays?: number;
  readonly sourcesDir: string;
  /** Index of imported terminology releases. */
  readonly terminologyFile?: string | undefined;
  /** FHIR terminology server; its base address without trailing slash. */
  readonly terminologyServer?: { readonly baseUrl: string; readonly token: string | undefined } | undefined;
  readonly signIn: SignInConfig | undefined;
  readonly tokenIssuers: readonly TokenIssuer[];
  /** Whether client apps may register themselves (RFC 7591). */
  readonly dynamicRegistration?: boolean;
  readonly freshForMs: number;
  readonly readDeadlineMs: number;
  readonly sessionLifetimeMs: number;
  /** Requests a minute of one app for one record; 0 or undefined: no limit. */
  readonly rateLimitPerMinute?: number;
  /** Of linked accounts by themselves; undefined: only when somebody asks. */
  readonly readEveryMs?: number | undefined;
  readonly readsPerSourceAndMinute?: number;
  /** On `host`; undefined: no metrics. */
  readonly metricsPort?: number | undefined;
  /** Of a collector; undefined: no traces. */
  readonly otlpTracesUrl?: string | undefined;
  /** IANA name, of the times on the pages; Europe/London where it is not said. */
  readonly timeZone?: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
  readonly trustProxyHops: number;
  /** For the one who starts the gateway; to be printed, no secret in it. */
  readonly notices: readonly string[];
}

export interface LoadOptions {
  /** For the demo: makes a missing operator key for this run. Never set by `main`. */
  readonly generateMissingSecrets?: true;
  /** Asks a program for a key; for real where nothing is said. */
  readonly runCommand?: RunKeyCommand;
}

const ONE_PROCESS =
  'PHR_POSTGRES_URL without PHR_REDIS_URL: this must be the only gateway on that database, since sessions and locks stay in it.';
const GENERATED =
  'PHR_OPERATOR_KEY is not set: a key was made for this run; what it protects cannot be read afterwards.';

/**
 * @param env usually `process.env`; unknown names are ignored.
 * @throws ConfigError naming every fault.
 */
export function loadConfig(env: Environment, readFile: ReadFile, options: LoadOptions = {}): Config {
  const { texts, faults: readFaults, givenAs } = readSettings(env, readFile, options.runCommand ?? runKeyCommand);
  const { fields, faults: fieldFaults } = parseFields(settingsSchema, texts, '');
  const faults: ConfigFault[] = [
    ...readFaults,
    ...fieldFaults.map(({ where, what }) => ({ where: givenAs(where), what })),
  ];
  const named = (name: string) =>
    name in texts || readFaults.some(({ where }) => where === name || where === givenAs(name));

  const generate = options.generateMissingSecrets === true && !named('PHR_OPERATOR_KEY');
  const operatorKey = generate ? new Uint8Array(randomBytes(32)) : fields.PHR_OPERATOR_KEY;
  if (operatorKey === undefined && !named('PHR_OPERATOR_KEY')) {
    faults.push({
      where: 'PHR_OPERATOR_KEY',
      what: 'is required: 32 random bytes in base64 (openssl rand -base64 32), in PHR_OPERATOR_KEY_FILE or PHR_OPERATOR_KEY_COMMAND',
    });
  }

  const signIn = checkSignIn(
    { issuer: fields.PHR_SIGN_IN_ISSUER, clientId: fields.PHR_SIGN_IN_CLIENT_ID, key: fields.PHR_SIGN_IN_CLIENT_KEY },
    named,
    givenAs('PHR_SIGN_IN_CLIENT_KEY'),
  );
  faults.push(...signIn.faults);

  if (named('PHR_TERMINOLOGY_SERVER_TOKEN') && !named('PHR_TERMINOLOGY_SERVER')) {
    faults.push({
      where: givenAs('PHR_TERMINOLOGY_SERVER_TOKEN'),
      what: 'is of no use without PHR_TERMINOLOGY_SERVER',
    });
  }

  const { tls, faults: tlsFaults } = checkTls(
    { certificate: fields.PHR_TLS_CERTIFICATE, privateKey: fields.PHR_TLS_KEY },
    named,
    givenAs,
  );
  faults.push(...tlsFaults);

  const scheme = tls === undefined ? 'http' : 'https';
  const publicUrl = withoutTrailingSlash(fields.PHR_PUBLIC_URL ?? `${scheme}://127.0.0.1:${fields.PHR_PORT ?? 0}`);
  if (tls !== undefined && publicUrl.startsWith('http:')) {
    faults.push({ where: 'PHR_PUBLIC_URL', what: 'must be https where the gateway serves https' });
  }
  const fhirBaseUrl = `${publicUrl}/fhir/R4`;
  const tokenIssuers =
    fields.PHR_TOKEN_ISSUERS === undefined
      ? { issuers: [], faults: [] }
      : loadTokenIssuers(fields.PHR_TOKEN_ISSUERS, readFile, {
          where: 'PHR_TOKEN_ISSUERS',
          defaultAudience: fhirBaseUrl,
        });
  faults.push(...tokenIssuers.faults);

  // No fault: every field was read; the schema has no other way.
  const settings = settingsSchema.safeParse(texts);
  if (faults.length > 0 || operatorKey === undefined || !settings.success) throw new ConfigError(faults);
  const { data } = settings;
  return {
    publicUrl,
    fhirBaseUrl,
    tls,
    host: data.PHR_HOST,
    port: data.PHR_PORT,
    dataFile: data.PHR_DATA_FILE,
    postgresUrl: data.PHR_POSTGRES_URL,
    redisUrl: data.PHR_REDIS_URL,
    operatorKey,
    previousOperatorKey: data.PHR_OPERATOR_KEY_PREVIOUS,
    deletionsFile:
      data.PHR_DELETIONS_FILE ?? (data.PHR_POSTGRES_URL === undefined ? `${data.PHR_DATA_FILE}.deletions` : undefined),
    auditRetentionDays: data.PHR_AUDIT_RETENTION_DAYS,
    sourcesDir: data.PHR_SOURCES_DIR,
    terminologyFile: data.PHR_TERMINOLOGY_FILE,
    terminologyServer:
      data.PHR_TERMINOLOGY_SERVER === undefined
        ? undefined
        : {
            baseUrl: withoutTrailingSlash(data.PHR_TERMINOLOGY_SERVER),
            token: data.PHR_TERMINOLOGY_SERVER_TOKEN,
          },
    signIn: signIn.signIn,
    tokenIssuers: tokenIssuers.issuers,
    dynamicRegistration: data.PHR_DYNAMIC_REGISTRATION === 'on',
    freshForMs: data.PHR_FRESH_FOR_S * 1000,
    readDeadlineMs: data.PHR_READ_DEADLINE_S * 1000,
    sessionLifetimeMs: data.PHR_SESSION_LIFETIME_S * 1000,
    readEveryMs: data.PHR_READ_EVERY_H === 0 ? undefined : data.PHR_READ_EVERY_H * 3_600_000,
    readsPerSourceAndMinute: data.PHR_READS_PER_SOURCE_PER_MINUTE,
    metricsPort: data.PHR_METRICS_PORT === 0 ? undefined : data.PHR_METRICS_PORT,
    otlpTracesUrl: data.PHR_OTLP_TRACES_URL,
    timeZone: data.PHR_TIME_ZONE,
    rateLimitPerMinute: data.PHR_RATE_LIMIT_PER_MINUTE,
    logLevel: data.PHR_LOG_LEVEL,
    trustProxyHops: data.PHR_TRUST_PROXY_HOPS,
    notices: [
      ...(generate ? [GENERATED] : []),
      ...(data.PHR_POSTGRES_URL !== undefined && data.PHR_REDIS_URL === undefined ? [ONE_PROCESS] : []),
      ...unknownSettings(env).map((name) => `${name} is no setting of this version and is not looked at.`),
    ],
  };
}
