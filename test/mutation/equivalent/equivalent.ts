/** Mutants that no test can notice, since they do the same. */
export interface Equivalent {
  /** The source that they are of. */
  readonly path: string;
  /** Why nothing depends on the change. */
  readonly reason: string;
  /** Their names, as the run tells them. */
  readonly names: readonly string[];
}
