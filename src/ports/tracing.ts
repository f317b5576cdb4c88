/** Port: what took how long inside one request. Names and attributes never tell of a person. */

export interface Tracing {
  /** Runs `work` as a span inside the one under way; a failure marks it and goes on. */
  span<T>(name: string, attributes: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T>;
  /** Runs `work` with a span of its own that ends by `end`; for requests, whose end is an event. */
  begin(
    name: string,
    work: (end: (attributes: Readonly<Record<string, string | number>>, name?: string) => void) => void,
  ): void;
  /** Sends what is left. */
  close(): Promise<void>;
}
