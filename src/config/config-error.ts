/** Everything wrong with the configuration at once, each with its place and what is expected; values are never repeated. */

export interface ConfigFault {
  /** Setting (`PHR_PORT`) or file and path (`hospital.json: authentication.privateKey`). */
  readonly where: string;
  /** What is wrong and what is expected, for the operator. Holds no value of the configuration. */
  readonly what: string;
}

export class ConfigError extends Error {
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(`${faults.length} fault${faults.length === 1 ? '' : 's'} in the configuration`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** One line per fault. */
export function renderConfigError({ message, faults }: ConfigError): readonly string[] {
  return [`${message}:`, ...faults.map(({ where, what }) => `  ${where}: ${what}`)];
}
