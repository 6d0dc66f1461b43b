export { partsOf } from './parts.ts';
export { kindOf, roleOf } from './role.ts';
export { sectionsOf } from './sections.ts';
export { sentencesOf } from './sentences.ts';
export { withTabbedTables } from './tabbed-tables.ts';
export { tablesOf } from './tables.ts';
