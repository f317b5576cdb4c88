/** Port: structured log. Context holds codes, counts, ids of the gateway's own; never record values or tokens. */
export interface Log {
  info(context: Readonly<Record<string, unknown>>, message: string): void;
  warn(context: Readonly<Record<string, unknown>>, message: string): void;
  error(context: Readonly<Record<string, unknown>>, message: string): void;
}
