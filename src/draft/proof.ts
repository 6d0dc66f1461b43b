import type { DataSummary } from '../check/index.ts';

/** Something that keeps a draft from being handed over as it is. */
export interface ProofFault {
  /**
   * mark: the written file has lost the place of a figure. reading: the figure stands there, but reads as another number or unit.
   * finding: the check of the written file calls it wrong.
   */
  readonly kind: 'mark' | 'reading' | 'finding';
  /** Chinese. */
  readonly message: string;
  /** The arithmetic, where there is some. */
  readonly evidence: string | null;
  readonly section: string;
  readonly sentence: string;
  /** Where the figures that it speaks of come from, as the ledger says it. */
  readonly origins: readonly string[];
}

/** A number of the written file that no entry of the ledger stands for. */
export interface UnmarkedFigure {
  readonly text: string;
  readonly sentence: string;
}

/** What reading a draft back and checking it against its own data said. */
export interface DraftProof {
  /** Entries of the ledger. */
  readonly entries: number;
  /** Of them, read back at their marks with the printed value and unit. */
  readonly readBack: number;
  /** Relations between its figures that could be tested. */
  readonly relations: number;
  /** Null where the report names another county than the data, so that nothing could be compared. */
  readonly data: DataSummary | null;
  /** None: the draft is sound. */
  readonly faults: readonly ProofFault[];
  /** What the check asks about its figures without calling it wrong, in its words. */
  readonly questions: readonly string[];
  readonly unmarked: readonly UnmarkedFigure[];
}
