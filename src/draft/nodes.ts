import type { Data, Literal } from 'mdast';
import type { Role } from './recorder.ts';

/** A figure in the tree of a draft; its text is its printed form. */
export interface FigureNode extends Literal {
  type: 'figure';
  /** Id of its ledger entry, `f_k3x9a2`. */
  id: string;
  value: string;
  data?: Data;
}

/** A place to fill in. */
export interface GapNode extends Literal {
  type: 'gap';
  value: string;
  data?: Data;
}

declare module 'mdast' {
  interface Data {
    /** The file of the writer's own words that the block comes from. */
    piece?: string;
  }
  interface PhrasingContentMap {
    figure: FigureNode;
    gap: GapNode;
  }
  interface RootContentMap {
    figure: FigureNode;
    gap: GapNode;
  }
  interface ParagraphData {
    role?: Role;
  }
}
