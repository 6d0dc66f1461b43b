export { type DraftText, draftText, type MarkedSentence } from './draft-text.ts';
export { figuresIn, filledIn, framesOf } from './frames.ts';
export { type PlannedFigure, type PlannedPoint, planUpdate, type UpdatePlan } from './plan.ts';
export { type DraftRecord, draftRecord, type MarkRecord, templatesKey, updatedRecord } from './record.ts';
export { parseRecord, recordJson } from './pack-record.ts';
export { turnedWord } from './turned.ts';
export { compareWording, type WordingPoint, type WordingPoints } from './wording.ts';
