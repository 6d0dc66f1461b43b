/** Elements that are no text of the body, with all that is in them. */
export const skipped: ReadonlySet<string> = new Set([
  // Deleted and moved away: what is read is the document with all changes accepted.
  'w:delText',
  'w:delInstrText',
  'w:cellDel',
  // Former properties of tracked changes.
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblGridChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  // Properties that say nothing about text, and the small text above a ruby base.
  'w:sdtPr',
  'w:sdtEndPr',
  'w:sectPr',
  'w:tblPr',
  'w:tblGrid',
  'w:ffData',
  'w:fldData',
  'w:rt',
]);
