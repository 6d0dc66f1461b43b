export {
  type NamedBytes,
  readWorkbook,
  readWorkbookContent,
  readWorkbookFiles,
  type WorkbookContent,
} from './read-workbook.ts';
