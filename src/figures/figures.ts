import type { Figure, FigureKind, Mask, Stage } from '../model/figure.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Row, Sentence } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import { lex } from '../quantities/lexer.ts';
import type { MaskToken, QuantityToken, Token } from '../quantities/token.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import type { CellReader } from './cells.ts';
import type { Name } from './name.ts';
import { type NamedRun, nameRun } from './naming.ts';
import { runsOf } from './run.ts';
import { stageOfSections, WHOLE_SUBJECT } from './stages.ts';

/**
 * Every figure of a manuscript with its name, in reading order, and the redaction marks that stand for one.
 * A name is worked out per sentence: numbers in a row share it, 分别 deals stages and years out to them, and what a clause
 * does not say it takes from the bracket's head, from the clause before, or from the run before.
 */
export function figuresOf(
  manuscript: Manuscript,
  sentences: readonly Sentence[],
  sections: readonly Section[],
  schoolStage: Stage | null,
  cells: CellReader,
): { figures: Figure[]; masks: Mask[]; rows: Row[] } {
  const figures: Figure[] = [];
  const masks: Mask[] = [];
  const rows: Row[] = [];
  const tokens = lex(manuscript.text);
  const sectionStage = stageOfSections(sections);
  let next = 0;
  let series = 0;
  for (const [sentenceIndex, sentence] of sentences.entries()) {
    const own: Token[] = [];
    while (next < tokens.length && (tokens[next]?.start ?? 0) < sentence.span.end) {
      const token = tokens[next++];
      if (token && token.start >= sentence.span.start) own.push(token);
    }
    if (cells.owns(sentence.paragraph)) {
      const given = schoolStage ?? sectionStage(sentence.span.start);
      const cell = cells.read(sentence.paragraph, `f${figures.length + 1}`, given);
      if (!cell) continue;
      if ('id' in cell.member) figures.push(cell.member);
      else masks.push(cell.member);
      rows.push({ ...cell.row, sentence: sentenceIndex });
      continue;
    }
    if (own.length === 0) continue;
    const runs = runsOf(manuscript.text, sentence.span, own);
    const named: NamedRun[] = [];
    for (const run of runs) named.push(nameRun(manuscript.text, run, named, runs));
    const figureOf = new Map<QuantityToken | MaskToken, Figure>();
    for (const item of named) {
      series += 1;
      const members = item.run.members.map((member, index): Figure | Mask => {
        if (member.type === 'mask') {
          const mask = {
            span: { start: member.start, end: member.end },
            text: manuscript.text.slice(member.start, member.end),
            unit: member.unit,
          };
          masks.push(mask);
          return mask;
        }
        const inSection = WHOLE_SUBJECT.test(item.run.clauses.at(-1) ?? '') ? null : sectionStage(member.start);
        const made = figure(manuscript.text, member, index, figures.length + 1, item, series, schoolStage ?? inSection);
        figures.push(made);
        figureOf.set(member, made);
        return made;
      });
      const last = item.run.head?.members.at(-1);
      rows.push({
        members,
        sentence: sentenceIndex,
        gap: item.run.gap,
        clauses: item.run.clauses,
        role: item.role,
        label: item.name?.label ?? '',
        indicator: item.name?.indicator ?? null,
        stages: item.stages,
        periods: item.run.period?.labels ?? [],
        head: last ? (figureOf.get(last) ?? null) : null,
        included: item.run.included,
      });
    }
  }
  return { figures, masks, rows };
}

const KIND_OF_UNIT: Readonly<Record<string, FigureKind>> = {
  '%': 'percent',
  比: 'ratio',
  元: 'money',
  平方米: 'area',
  平方公里: 'area',
  分: 'score',
};

function figure(
  text: string,
  token: QuantityToken,
  index: number,
  number: number,
  named: NamedRun,
  series: number,
  given: Stage | null,
): Figure {
  const { run, stages, scope, unit } = named;
  const name = named.names?.[index] ?? named.name;
  const labels = run.period?.labels ?? [];
  const period =
    labels.length > 1
      ? labels.length === run.members.length
        ? (labels[index] ?? null)
        : (run.period?.whole ?? null)
      : (labels[0] ?? null);
  const stage =
    stages.length === run.members.length ? (stages[index] ?? null) : stages.length === 1 ? (stages[0] ?? null) : null;
  const finalUnit = token.unit ?? unit;
  return {
    id: `f${number}`,
    span: { start: token.start, end: token.end },
    text: text.slice(token.start, token.end),
    value: token.value,
    valueMax: token.valueMax,
    interval: token.interval,
    unit: finalUnit,
    kind: kindOfFigure(token, finalUnit, name),
    bound: token.bound,
    role: named.role,
    label: name?.label ?? '',
    indicator: name?.indicator ?? null,
    stage: stage ?? given,
    period,
    scope,
    series: run.members.length > 1 ? { id: series, index } : null,
    partOf: null,
  };
}

function kindOfFigure(token: QuantityToken, unit: string | null, name: Name | null): FigureKind {
  if (token.unit !== null)
    return /生机比|师生比|生师比/.test(name?.label ?? '') && token.kind === 'count' ? 'ratio' : token.kind;
  if (unit !== null) return KIND_OF_UNIT[unit] ?? 'count';
  const known = indicatorOf(name?.indicator ?? null)?.kind;
  if (known === 'coefficient' || /系数/.test(name?.label ?? '')) return 'coefficient';
  // a decimal below ten without unit is hardly ever a count
  return token.place < 0 && token.value.abs().lt(10) ? 'coefficient' : 'count';
}
