import type { Stage } from '../model/figure.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import { kindOf, partsOf, sectionsOf, sentencesOf, tablesOf, withTabbedTables } from '../structure/index.ts';
import { stagesIn } from '../vocabulary/index.ts';
import { CellReader } from './cells.ts';
import { figuresOf } from './figures.ts';

const OPENING = 400;

/** Understands a manuscript: its kind and title, its sections, its sentences and its named figures. */
export function understand(manuscript: Manuscript): Report {
  const divided = withTabbedTables(manuscript);
  const sections = sectionsOf(divided);
  const sentences = sentencesOf(divided);
  const titles = sections
    .filter(({ level, isAttachment }) => level === 0 && isAttachment !== true)
    .map((section) => section.title);
  const title = titles.length > 0 ? titles.join('') : null;
  const kind = kindOf(title, manuscript.text.slice(0, OPENING));
  const schoolStage = kind === 'school-report' ? stageOfSchool(title) : null;
  const cells = new CellReader(divided, tablesOf(divided));
  const { figures, masks, rows } = figuresOf(manuscript, sentences, sections, schoolStage, cells);
  const { tables } = cells;
  return { manuscript, kind, title, parts: partsOf(manuscript), sections, sentences, figures, masks, rows, tables };
}

/** In the report of one school whose name says its stage, every figure of that school has it. */
function stageOfSchool(title: string | null): Stage | null {
  const name = /[\p{Script=Han}]{2,12}?(?:小学|初级中学|初中|幼儿园)/u.exec(title ?? '')?.[0];
  return name ? (stagesIn(name.slice(-4)).at(-1)?.stage ?? stagesIn(name.slice(-2)).at(-1)?.stage ?? null) : null;
}
