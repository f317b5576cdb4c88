/** Port: a FHIR terminology server that names codes. Optional: every answer can be given without it. */

export interface CodeToName {
  /** Canonical URI of the code system. */
  readonly system: string;
  readonly code: string;
}

export interface TerminologyServer {
  /**
   * A server that is down, slow or answers nonsense is never an error: its names are missing, that is all.
   * @param signal ends the asking; what was found by then is returned.
   * @returns by `system|code`, preferred name first; only what was found.
   */
  lookUp(
    codes: readonly CodeToName[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, { readonly names: readonly string[] }>>;
}
