/** What one reading of a kind of data hands to the next, so that changes alone may do. */

/** What a search for changes may build on; empty: everything is read. */
export interface Since {
  /** ISO instant. */
  readonly changedSince?: string;
  readonly etag?: string;
}

export interface ReadingBasis {
  /**
   * Milliseconds since 1970, by the clock of whoever is behind: the gateway's at the first request or the source's in its answer.
   * Undefined where the source cannot be asked for changes.
   */
  readonly asOfMs: number | undefined;
  /** Where one page held everything. */
  readonly etag: string | undefined;
}
