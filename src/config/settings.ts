/** The settings of the environment: names, rules, defaults and the words for the table in the README. */
import { z } from 'zod';
import { anyWebUrl, hasPathOrQuery, hasQuery, secureUrl } from './urls.ts';

/** What the settings table says of a setting. */
export interface SettingWords {
  readonly description: string;
  /** As the table shows it; undefined: no default. */
  readonly standard?: string;
  /** Also readable from the file that `<NAME>_FILE` names. */
  readonly secret?: true;
  /** Also asked for from the program that `<NAME>_COMMAND` names. */
  readonly command?: true;
}

function words(description: string, more: Omit<SettingWords, 'description'> = {}) {
  return { description, ...more } satisfies SettingWords;
}

function wholeNumber({ min, max, standard }: { min: number; max: number; standard: number }) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((number) => number >= min && number <= max, { error })
    .prefault(String(standard));
}

const OPERATOR_KEY = 'must be 32 random bytes in base64 (openssl rand -base64 32)';

const operatorKey = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9+/_-]{43}=?$/, { error: OPERATOR_KEY })
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  // A key typed by hand or left from an example has few different bytes; 32 random ones practically never under 20.
  .refine((bytes) => new Set(bytes).size >= 16, { error: OPERATOR_KEY });

const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const settingsSchema = z.object({
  PHR_PUBLIC_URL: secureUrl
    .refine((url) => !hasPathOrQuery(url), { error: 'must have no path and no query' })
    .optional()
    .meta(
      words('Address at which people and apps reach the gateway; https unless it is this machine.', {
        standard: 'http(s)://127.0.0.1:<PHR_PORT>',
      }),
    ),
  PHR_HOST: z
    .string()
    .prefault('127.0.0.1')
    .meta(words('Address to listen on.', { standard: '127.0.0.1' })),
  PHR_PORT: wholeNumber({ min: 1, max: 65_535, standard: 3000 }).meta(
    words('Port to listen on.', { standard: '3000' }),
  ),
  PHR_TLS_CERTIFICATE: z
    .string()
    .optional()
    .meta(words('PEM certificate chain: with it the gateway serves https itself.', { secret: true })),
  PHR_TLS_KEY: z
    .string()
    .optional()
    .meta(words('PEM private key of that certificate.', { secret: true })),
  PHR_DATA_FILE: z
    .string()
    .prefault('.phr-gateway/data.sqlite')
    .meta(words('SQLite file that holds what must last.', { standard: '.phr-gateway/data.sqlite' })),
  PHR_POSTGRES_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/\S+$/, { error: 'must be a postgresql:// address' })
    .optional()
    .meta(
      words('PostgreSQL database that holds what must last, instead of the file; several gateways may share it.', {
        secret: true,
      }),
    ),
  PHR_REDIS_URL: z
    .string()
    .regex(/^rediss?(?:\+cluster|\+sentinel)?:\/\/\S+$/, {
      error: 'must be a redis:// or rediss:// address, or one with +cluster or +sentinel',
    })
    .optional()
    .meta(
      words('Redis for sessions, one-time values and locks, where several gateways run side by side.', {
        standard: 'memory of the process',
        secret: true,
      }),
    ),
  PHR_OPERATOR_KEY: operatorKey.optional().meta(
    words('Required. 32 random bytes in base64; wraps every key of every person. Lost, the data is lost.', {
      secret: true,
      command: true,
    }),
  ),
  PHR_OPERATOR_KEY_PREVIOUS: operatorKey.optional().meta(
    words('The operator key until now, while it is being changed; see docs/stores.md.', {
      secret: true,
      command: true,
    }),
  ),
  PHR_DELETIONS_FILE: z
    .string()
    .optional()
    .meta(
      words(
        'List of deletions, outside the database: whom it names is deleted again where an older backup was restored.',
        {
          standard: '<PHR_DATA_FILE>.deletions; none with PostgreSQL',
        },
      ),
    ),
  PHR_AUDIT_RETENTION_DAYS: wholeNumber({ min: 1, max: 36_500, standard: 730 }).meta(
    words('Days for which the nameless access log of a deleted person is kept.', { standard: '730' }),
  ),
  PHR_SOURCES_DIR: z
    .string()
    .prefault('config/sources')
    .meta(words('Folder of the sources, one JSON file each.', { standard: 'config/sources' })),
  PHR_TERMINOLOGY_FILE: z
    .string()
    .optional()
    .meta(words('Index of official terminology releases, made by `phr-gateway terminology import`.')),
  PHR_TERMINOLOGY_SERVER: secureUrl
    .refine((url) => !hasQuery(url), { error: 'must have no query' })
    .optional()
    .meta(words('Base address of a FHIR terminology server, asked for the names of codes that have no words.')),
  PHR_TERMINOLOGY_SERVER_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'must be one bearer token' })
    .optional()
    .meta(words('Bearer token for that server, if it wants one.', { secret: true })),
  PHR_SIGN_IN_ISSUER: secureUrl.optional().meta(words('OpenID provider with which people sign in.')),
  PHR_SIGN_IN_CLIENT_ID: z.string().optional().meta(words('Client id of the gateway at that provider.')),
  PHR_SIGN_IN_CLIENT_KEY: z
    .string()
    .optional()
    .meta(words('Private JWK with a kid, for `private_key_jwt` at that provider.', { secret: true })),
  PHR_TOKEN_ISSUERS: z
    .string()
    .optional()
    .meta(words('JSON file: issuers whose access tokens are taken at the FHIR endpoint.')),
  PHR_CLIENTS_DIR: z
    .string()
    .prefault('config/clients')
    .meta(words('Folder of the client apps, one JSON file each; it may be missing.', { standard: 'config/clients' })),
  PHR_DYNAMIC_REGISTRATION: z
    .enum(['off', 'on'], { error: 'must be on or off' })
    .prefault('off')
    .meta(words('`on`: client apps may register themselves (RFC 7591).', { standard: 'off' })),
  PHR_FRESH_FOR_S: wholeNumber({ min: 0, max: 86_400, standard: 300 }).meta(
    words('Seconds for which what a source gave is not asked for again.', { standard: '300' }),
  ),
  PHR_READ_EVERY_H: wholeNumber({ min: 0, max: 8_760, standard: 24 }).meta(
    words('Hours after which a linked account is read again by itself. 0: only when somebody asks.', {
      standard: '24',
    }),
  ),
  PHR_READS_PER_SOURCE_PER_MINUTE: wholeNumber({ min: 1, max: 100_000, standard: 60 }).meta(
    words('Readings of one source that all gateways together begin by themselves in a minute.', { standard: '60' }),
  ),
  PHR_READ_DEADLINE_S: wholeNumber({ min: 1, max: 300, standard: 10 }).meta(
    words('Seconds after which an answer is given with what the sources gave so far.', { standard: '10' }),
  ),
  PHR_SESSION_LIFETIME_S: wholeNumber({ min: 60, max: 86_400, standard: 3600 }).meta(
    words('Seconds after which a person must sign in again.', { standard: '3600' }),
  ),
  PHR_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'must be the name of a time zone, such as Europe/London' })
    .prefault('Europe/London')
    .meta(words('Time zone of the times on the pages.', { standard: 'Europe/London' })),
  PHR_RATE_LIMIT_PER_MINUTE: wholeNumber({ min: 0, max: 1_000_000, standard: 600 }).meta(
    words(
      'Requests a minute that one app may make for one record, and one address without a good token. 0: no limit.',
      {
        standard: '600',
      },
    ),
  ),
  PHR_METRICS_PORT: wholeNumber({ min: 0, max: 65_535, standard: 0 }).meta(
    words('Port, on PHR_HOST, that gives metrics in Prometheus’ format at `/metrics`. 0: none.', { standard: '0' }),
  ),
  PHR_OTLP_TRACES_URL: anyWebUrl
    .optional()
    .meta(
      words('Where an OpenTelemetry collector takes traces (OTLP over HTTP), such as `http://otel:4318/v1/traces`.'),
    ),
  PHR_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .prefault('info')
    .meta(words('`silent`, `error`, `warn` or `info`.', { standard: 'info' })),
  PHR_TRUST_PROXY_HOPS: wholeNumber({ min: 0, max: 10, standard: 0 }).meta(
    words('Reverse proxies in front whose `X-Forwarded-For` is believed.', { standard: '0' }),
  ),
});

export type SettingName = keyof typeof settingsSchema.shape;

export const settingNames = Object.keys(settingsSchema.shape) as readonly SettingName[];

export function wordsOf(name: SettingName): SettingWords {
  return settingsSchema.shape[name].meta() as SettingWords;
}
