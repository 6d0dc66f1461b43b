import type { Report, Row } from '../model/report.ts';
import { clauseStart, firstOf, gapOf, onlyFigure, passagesOf } from './context.ts';
import type { All } from './relation.ts';

/** 每个集团平均, 每所学校校均 tell of a mean; nothing is said of all of them. */
const EVERY =
  /全部|所有[^，。；]{1,16}?(?:(?<!平|校校|生生|班班)均(?!衡)|都(?!市)|(?<!安)全(?![县市区校国省]))|无一(?:例外|不)|全都|每(?:所|个|一|名)[^，。；]{1,16}?(?:(?<!平|校校|生生|班班)均(?!衡)|都(?!市))/;
const NONE = /无一(?!例外|不)[^，。；]*|零(?:事故|犯罪|辍学)/;
const RATE_OF_ALL =
  /(?:达标|合格|覆盖|通过|配备|配置|开设|完成|普及|建成|接收|接入|持证|参训|培训|犯罪|入学|就读|整改|升学)率$/;

/** 全部达到…，达标率为100%: a word for all or none beside the rate that must be a hundred or zero. */
export function findAlls(report: Report): All[] {
  return passagesOf(report).flatMap(({ sentence, rows }) =>
    rows.flatMap((row) => (firstOf(row).unit === '%' ? (allOf(report, row, sentence.span.start) ?? []) : [])),
  );
}

function allOf(report: Report, row: Row, sentenceStart: number): All | null {
  const share = onlyFigure(row);
  if (!share || !RATE_OF_ALL.test(share.label) || share.bound !== null) return null;
  const { text } = report.manuscript;
  const own = clauseStart(text, share.span.start);
  // only the clause right before can be meant: all reach the standard, the rate is a hundred percent
  const previousStart = clauseStart(text, Math.max(sentenceStart, own - 1));
  const clause = text.slice(Math.max(sentenceStart, previousStart), own);
  const every = EVERY.exec(clause);
  const none = NONE.exec(clause);
  if ((!every && !none) || /优秀|良好|其中/.test(gapOf(report, row)) || /其中/.test(clause)) return null;
  return {
    type: 'all',
    assertion: 'implied',
    share,
    word: (every ?? none)?.[0].slice(0, 8) ?? '',
    expected: none ? 0 : 100,
    span: { start: previousStart, end: share.span.end },
  };
}
