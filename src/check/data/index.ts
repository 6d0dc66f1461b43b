export { compareData, type DataCompared, type DataSummary, type GivenData } from './compare-data.ts';
export { DATA_RULES, type DataExample, type DataRule } from './data-rules.ts';
export { exampleData } from './example-data.ts';
