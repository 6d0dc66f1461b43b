import type { Need } from '../../draft/index.ts';
import type { Stage } from '../../model/figure.ts';
import { SHEETS } from '../../read/workbook/columns.ts';
import { FORM_ONE, type FormFact, LARGER_TEACHING_POINTS } from '../../read/workbook/forms/form-facts.ts';
import { RESPONDENTS } from '../../read/workbook/satisfaction-sheet.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import type { CountyFill } from './county-fill.ts';
import { WORK_ITEMS } from './work-items.ts';

/** Since then the statistics give 农村居民人均可支配收入 in place of 农民人均纯收入. */
const DISPOSABLE_INCOME_SINCE = 2014;

/** Where a report kind's needs are asked, by their topic; all others stand in 其他数据. */
const SHEET_OF_TOPIC: Readonly<Record<string, string>> = {
  县情: SHEETS.facts,
  学校与学生: SHEETS.facts,
  经费: SHEETS.money,
  普及与质量: SHEETS.quality,
  特殊群体: SHEETS.quality,
};

/** What the sheets 工作自评 and 满意度 give, so that nobody is asked for it twice. */
const GIVEN_ELSEWHERE: ReadonlySet<string> = new Set([
  'work-score',
  ...WORK_ITEMS.map(({ group }) => `text:${group}自评得分`),
  'satisfaction-issued',
  'satisfaction-valid',
  'satisfaction-satisfied',
  ...RESPONDENTS.map((group) => `text:${group}有效问卷数`),
]);

/** A row of a sheet of figures. */
export interface Row {
  readonly topic: string;
  readonly code: string;
  readonly indicator: string;
  readonly stage: Stage | null;
  readonly unit: string;
  readonly note: string;
  /** How many years up to the report's are asked. */
  readonly years: number;
}

export interface FigureRequest {
  readonly year: string;
  readonly needs: readonly Need[];
  readonly fill: CountyFill | null;
}

/** What is asked for, by the sheet that asks for it: table I of the form, then what the report needs besides. */
export function rowsBySheet({ needs, year }: FigureRequest): Map<string, Row[]> {
  const asked = needs.flatMap((need) => (need.stages ?? [null]).map((stage) => ({ need, stage })));
  const form = [...FORM_ONE, LARGER_TEACHING_POINTS].map((fact) => atTheTime(fact, year));
  const isForm = (indicator: string, stage: Stage | null) =>
    form.some((fact) => fact.indicator === indicator && fact.stage === stage);
  const facts = form.map((fact): Row => {
    const need = asked.find(({ need, stage }) => need.indicator === fact.indicator && stage === fact.stage)?.need;
    const note = [fact.code === '' ? '' : `申报表表1第${fact.code}项`, need?.note ?? fact.note];
    return {
      ...fact,
      topic: '申报表表1',
      unit: need?.unit ?? fact.unit,
      note: note.filter((text) => text !== '').join('；'),
      years: need?.years ?? 1,
    };
  });
  const rows = new Map<string, Row[]>([[SHEETS.facts, facts]]);
  for (const { need, stage } of asked) {
    if (isForm(need.indicator, stage) || GIVEN_ELSEWHERE.has(need.indicator)) continue;
    const sheet = SHEET_OF_TOPIC[need.topic ?? ''] ?? SHEETS.others;
    const note = [need.note, need.optional === true ? '可以没有。' : undefined].filter((text) => text !== undefined);
    const row: Row = {
      topic: need.topic ?? '其他',
      code: '',
      indicator: need.indicator,
      stage,
      unit: need.unit ?? indicatorOf(need.indicator)?.unit ?? '',
      note: note.join('；'),
      years: need.years ?? 1,
    };
    rows.set(sheet, [...(rows.get(sheet) ?? []), row]);
  }
  return rows;
}

function atTheTime(fact: FormFact, year: string): FormFact {
  if (fact.indicator !== 'rural-net-income' || Number(year) < DISPOSABLE_INCOME_SINCE) return fact;
  return { ...fact, indicator: 'rural-income', note: `${fact.note}；表中原为农民年人均纯收入` };
}
