/** Imports run one way (docs/adr/0001): main → app → surfaces → services → record, access, ports. */
const surfaces = ['api', 'oauth', 'web', 'cli', 'sandbox'];
const engines = ['sources', 'store', 'telemetry', 'terminology'];

const only = (name, comment, from, allowed, extra = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: allowed, ...extra },
});

/** A package may be imported only where `where` says. */
const drivers = (name, packages, where) => ({
  name,
  comment: `${packages.join(', ')} only in ${where}`,
  severity: 'error',
  from: { path: '^src/', pathNot: where },
  to: { path: packages.map((p) => `(^|node_modules/)${p}(/|$)`) },
});

module.exports = {
  forbidden: [
    only('record-is-pure', 'The record knows only itself.', '^src/record/', '^src/record/'),
    {
      name: 'record-does-no-io',
      comment: 'No I/O, clock, randomness or framework in the record; node:crypto only for digests.',
      severity: 'error',
      from: { path: '^src/record/' },
      to: {
        dependencyTypes: ['core'],
        pathNot: '^(node:)?(crypto|buffer)$',
      },
    },
    {
      name: 'record-uses-few-packages',
      comment: 'Outside types, the record needs exact decimals only.',
      severity: 'error',
      from: { path: '^src/record/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(lossless-json|@types)/' },
    },
    only('access-is-pure', 'Access decisions are values.', '^src/access/', '^src/(access|record|errors)'),
    only('ports-are-types', 'Ports know the record and access only.', '^src/ports/', '^src/(ports|record|access)/'),
    only(
      'services-know-no-engine',
      'Services see ports.',
      '^src/services/',
      '^src/(services|record|access|ports|errors)',
    ),
    ...engines.map((engine) =>
      only(
        `${engine}-implements-ports`,
        'Engines know ports and the record.',
        `^src/${engine}/`,
        `^src/(${engine}|ports|record|access|errors)`,
      ),
    ),
    ...surfaces.map((surface) =>
      only(
        `${surface}-knows-no-other-surface`,
        'Surfaces see services, never each other or an engine.',
        `^src/${surface}/`,
        surface === 'cli'
          ? '^src/(cli|services|record|access|ports|errors|config|app)'
          : `^src/(${surface}|services|record|access|ports|errors)`,
      ),
    ),
    only(
      'config-knows-nobody',
      'Configuration is read once and passed on.',
      '^src/config/',
      '^src/(config|record|ports|errors)',
    ),
    {
      name: 'nobody-imports-an-entry',
      comment: 'Entries start things; only the command line may call app to compose them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|demo|cli)' },
      to: { path: '^src/(main|app|demo)' },
    },
    drivers('sql-only-in-store', ['libsql', 'kysely', 'pg'], '^src/store/'),
    drivers('redis-only-in-store', ['redis'], '^src/store/'),
    drivers(
      'express-only-in-surfaces',
      ['express', 'helmet', 'nunjucks', 'compression'],
      '^src/(app|health|measure-requests|api|oauth|web|sandbox)',
    ),
    drivers('fhir-client-only-in-sources', ['fhir-kit-client', 'undici'], '^src/(sources|sandbox|demo)'),
    drivers('meters-only-in-telemetry', ['prom-client', '@opentelemetry'], '^src/telemetry/'),
    drivers('pdf-only-in-pages', ['pdfkit'], '^src/web/'),
    drivers('xml-only-in-terminology', ['saxes'], '^src/terminology/'),
    drivers('oidc-provider-only-in-servers', ['oidc-provider'], '^src/(oauth|sandbox)/'),
    {
      name: 'no-circular',
      comment: 'A circle has no order to read it in.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dev-dependency',
      comment: 'What runs must be installed where it runs.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-resolvable',
      comment: 'Every import exists.',
      severity: 'error',
      from: {},
      // Types without a module; a package whose entry stands under nested conditions only, which this tool does not read.
      to: { couldNotResolve: true, pathNot: '^(fhir/r[234]|pdfkit$)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
};
