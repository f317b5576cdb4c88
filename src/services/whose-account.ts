/** Who acts, for whom, at which source: what every use case on a linked account is told. */
export interface WhoseAccount {
  readonly actorId: string;
  readonly subjectId: string;
  readonly source: string;
}
