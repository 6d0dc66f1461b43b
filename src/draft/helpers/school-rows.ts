import { NOTHING } from '../markers.ts';
import { Missing, TemplateProblem } from '../quantity.ts';
import { nameOf } from '../view.ts';
import { printFound } from './figures.ts';
import { type Helper, schoolPart } from './helper.ts';
import { schoolQuantity } from './rankings.ts';

/**
 * The rows of a Markdown table, one for each counted school of a stage, below a header that the template writes:
 *
 *     | 学校 | 在校生数（人） | 生均图书册数（册） |
 *     | :-- | :-: | :-: |
 *     {{schoolRows "pupils" "books-per-pupil" stage="小学"}}
 *
 * Combined schools stand with the part that belongs to the stage. Without schools the part around is incomplete.
 */
export const SCHOOL_ROWS: readonly Helper[] = [
  {
    name: 'schoolRows',
    use: 'text',
    options: ['stage'],
    namesQuantities: true,
    run: (call, context) => {
      if (call.arguments.length === 0) throw new TemplateProblem('schoolRows 后应写各列的数据名称');
      const rows = context.view.counted(schoolPart(call));
      if (rows.length === 0) {
        context.recorder.missing += 1;
        return NOTHING;
      }
      const bare = { ...call, options: { bare: true } };
      const lines = rows.map((row) => {
        const cells = call.arguments.map((argument) => {
          const indicator = String(argument);
          const found = schoolQuantity(row, indicator, context) ?? new Missing(`${row.name}${nameOf(indicator)}`);
          return printFound(found, bare, context);
        });
        return `| ${[context.recorder.text(row.name), ...cells].join(' | ')} |`;
      });
      return lines.join('\n');
    },
  },
];
