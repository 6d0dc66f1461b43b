export { readWorkbook, readWorkbookContent, type WorkbookContent } from './read-workbook.ts';
