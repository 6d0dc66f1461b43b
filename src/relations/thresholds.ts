import type { Report, Row } from '../model/report.ts';
import { around, gapOf, isFigure, onlyFigure, passagesOf, sameUnit, spanOf } from './context.ts';
import type { Threshold } from './relation.ts';

const LIMIT =
  /(?:均|都|全部|全都|各项?均)(?<word>高于|大于|超过|不低于|不少于|达到|低于|小于|少于|不超过|不高于)[^，。；]*$/;

const COMPARISON: Readonly<Record<string, Threshold['comparison']>> = {
  高于: '>',
  大于: '>',
  超过: '>',
  不低于: '>=',
  不少于: '>=',
  达到: '>=',
  低于: '<',
  小于: '<',
  少于: '<',
  不超过: '<=',
  不高于: '<=',
};

/** 分别为2.53%、2.72%、2.71%，均高于…2.5%: each figure of the row before against the limit that the text gives. */
export function findThresholds(report: Report): Threshold[] {
  const found: Threshold[] = [];
  for (const { rows } of passagesOf(report)) {
    rows.forEach((row, index) => {
      const limit = onlyFigure(row);
      const word = LIMIT.exec(gapOf(report, row))?.groups?.['word'];
      const comparison = word ? COMPARISON[word] : undefined;
      const before: Row | undefined = rows[index - 1];
      if (!limit || !comparison || !before || before.members.length < 2) return;
      for (const figure of before.members) {
        if (!isFigure(figure) || !sameUnit(figure.unit, limit.unit) || figure.kind !== limit.kind) continue;
        // 均达到95% names the values themselves unless 以上 makes a limit of it
        if (word === '达到' && limit.bound === null) continue;
        found.push({
          type: 'threshold',
          assertion: 'stated',
          figure,
          comparison,
          limit,
          source: null,
          span: around(spanOf(before), limit.span),
        });
      }
    });
  }
  return found;
}
