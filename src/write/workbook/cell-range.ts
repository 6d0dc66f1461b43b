import { cellName } from '../../read/workbook/problems.ts';

/** The range of a column (from 0) below one heading row: `2, 200` → `C2:C201`. */
export function rangeBelow(column: number, rows: number): string {
  return `${cellName(1, column)}:${cellName(rows, column)}`;
}
