/** What the package offers to other programs: reading and cross-checking a report, in Node and in a browser. */
export { InputError } from '../model/manuscript.ts';
export type { DocumentReaders, OldWordText } from '../read/index.ts';
export { type Standard } from '../standards/standard.ts';
export { parseStandard } from '../standards/parse.ts';
export { type Checked, type CheckedJson, check, checkedJson } from './check.ts';
export { checkData, givenData } from './check-data.ts';
export type { DataSummary } from '../check/index.ts';
export { type Extracted, type ExtractedJson, extract, extractedJson, type FigureJson } from './extract.ts';
export { preview, type Previewed } from './preview.ts';
