export { type ComparedFigure, type SideBySide, sideBySide, weightOf } from './compare.ts';
export { JUMPS } from './jumps.ts';
