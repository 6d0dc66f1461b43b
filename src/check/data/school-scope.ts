import type { Dataset, SchoolRow } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import type { Report } from '../../model/report.ts';

/** What a sentence says of a school right behind its name, where it tells what the school has. */
const TELLS =
  /^(?:（[^（）]{1,12}）)?[，,]?(?:现有|现|共有|有|在校|学生|教师|教职工|专任|拥有|占地|校园|校舍|建筑|图书|计算机|教学班|班额|生均|每百名|师生比|的(?:在校生|学生|教师|专任教师|图书|计算机))/u;
/** Words that take the sentence back to the county, or on to a school that the workbook does not have. */
const AWAY =
  /全[县市区旗]|[我本][县市区旗]|其他|其余|[各每]校|两校|三校|(?:小学|中学|学校|校区)(?=现有|共有|有|在校)/gu;

/**
 * Tells which school of the workbook a figure is of: the one that names its row in a table, or the one whose name stands in its
 * sentence before it, with what it has behind it (实验小学现有学生1652人). Null where it is of none, or where two have that name.
 */
export function schoolScopes(report: Report, dataset: Dataset): (figure: Figure) => readonly SchoolRow[] | null {
  const byName = namesOf(dataset);
  const { text } = report.manuscript;
  const mentions = mentionsIn(text, byName);
  return (figure) => {
    const named = figure.scope === null ? undefined : byName.get(figure.scope);
    if (named) return ofStage(named, figure);
    const start = Math.max(text.lastIndexOf('。', figure.span.start), text.lastIndexOf('\n', figure.span.start)) + 1;
    const mention = mentions.findLast(({ end }) => end <= figure.span.start);
    if (mention === undefined || mention.end <= start) return null;
    const between = text.slice(mention.end, figure.span.start);
    AWAY.lastIndex = 0;
    return AWAY.test(between) ? null : ofStage(mention.rows, figure);
  };
}

/** Of a school of two parts the rows of the stage that a figure is of; all of them where it names none. */
export function ofStage(rows: readonly SchoolRow[], figure: Figure): readonly SchoolRow[] {
  const part = rows.filter((row) => row.part === figure.stage);
  return part.length > 0 ? part : rows;
}

/** By full name, and by the name without the county's where that is still one school's. */
function namesOf({ county, schools }: Dataset): ReadonlyMap<string, readonly SchoolRow[]> {
  const found = new Map<string, SchoolRow[]>();
  const add = (name: string, row: SchoolRow): void => {
    const rows = found.get(name);
    if (rows) rows.push(row);
    else found.set(name, [row]);
  };
  for (const row of schools) {
    add(row.name, row);
    if (county !== '' && row.name.startsWith(county) && row.name.length > county.length + 3) {
      add(row.name.slice(county.length), row);
    }
  }
  return new Map([...found].filter(([, rows]) => new Set(rows.map(({ name }) => name)).size === 1));
}

interface Mention {
  readonly end: number;
  readonly rows: readonly SchoolRow[];
}

function mentionsIn(text: string, byName: ReadonlyMap<string, readonly SchoolRow[]>): Mention[] {
  const mentions: Mention[] = [];
  for (const [name, rows] of byName) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (!/\p{Script=Han}/u.test(text[at - 1] ?? '') || rows[0]?.name === name) {
        if (TELLS.test(text.slice(end, end + 30))) mentions.push({ end, rows });
      }
    }
  }
  return mentions.sort((a, b) => a.end - b.end);
}
