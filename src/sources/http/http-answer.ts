/** What came back over HTTP, before anybody judges it. */
export interface HttpAnswer {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The body exactly as received, unpacked and decoded from UTF-8. */
  readonly text: string;
  /** The body parsed as JSON for its outline (links, type); undefined where it is none. Decimals in it are not exact. */
  readonly outline: unknown;
}
