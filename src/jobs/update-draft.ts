import { findingKey, newSince } from '../check/index.ts';
import { type DraftSettings, draftDocument, viewOf } from '../draft/index.ts';
import {
  type DraftRecord,
  type DraftText,
  draftText,
  framesOf,
  parseRecord,
  planUpdate,
  recordJson,
  templatesKey,
  updatedRecord,
} from '../draft/update/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { InputError } from '../model/manuscript.ts';
import type { OpenPoint, Renewal } from '../model/renewal.ts';
import { bookmarkSpans, readWordParts } from '../read/index.ts';
import type { Standard } from '../standards/standard.ts';
import { applyChanges, type ChangeAuthor, type ChangedWord, type WordChange } from '../write/word/apply-changes.ts';
import { chartNumbers } from '../write/word/chart-numbers.ts';
import { recordIn, withRecord } from '../write/word/record-part.ts';
import { type Checked, check } from './check.ts';
import { checkData } from './check-data.ts';
import { type DraftRequest, openDraft } from './draft.ts';
import { findingPoint } from './finding-point.ts';
import type { KindFiles } from './kind-files.ts';
import { chartPoints, figurePoints, renewedFigures, turnedPoints, wordingPoints } from './update-points.ts';

export interface UpdateRequest {
  /** The draft's file name, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly record: DraftRecord;
  readonly kind: KindFiles;
  /** The workbook's name, for messages. */
  readonly data: string;
  readonly dataset: Dataset;
  readonly settings: DraftSettings;
  readonly standards: readonly Standard[];
  /** As for a draft. */
  readonly wantedStandards?: NonNullable<DraftRequest['wantedStandards']>;
  /** Of the tracked changes and comments; null writes none. */
  readonly date: string | null;
}

export interface UpdatedDraft {
  /** The very same bytes where nothing was to be changed or said. */
  readonly bytes: Uint8Array;
  readonly renewal: Renewal;
}

/** What a drafted .docx carries of its making. @throws InputError where it carries nothing that can be used */
export function recordOfDraft(file: string, bytes: Uint8Array): DraftRecord {
  const json = recordIn(file, bytes);
  if (json === null) {
    throw new InputError(
      'draft-without-record',
      `${file}：文件里没有起草时留下的台账，不能更新；只能更新 junheng draft 写出、在 Word 或 WPS 中改过的 .docx（另存成 .doc 再转回来、或把正文复制到新文件里，台账都会丢失）。`,
    );
  }
  const record = parseRecord(json);
  if (record !== null) return record;
  throw new InputError('draft-record-unreadable', `${file}：文件里的台账读不出来，可能由更新的版本写出，或已损坏。`);
}

/**
 * Puts a workbook's numbers into a draft that people have edited: as tracked changes, where the draft's marks are, in the form that
 * was printed there. No word is changed; what a person has typed over is left; what is left to a person is told and commented.
 * @throws InputError where draft and workbook are of different counties or years, or the templates do not work
 */
export async function updateDraft(request: UpdateRequest): Promise<UpdatedDraft> {
  const { file, bytes, record, dataset, settings } = request;
  refuseOther(request);
  const { kind, templates, standards, problems } = openDraft(request);
  const view = viewOf(kind, dataset, settings, standards);
  refuseOtherSchool(request, view.school?.name ?? null);
  const fresh = draftDocument(kind, templates, dataset, settings, standards, [], problems);
  const ids = new Set(record.figures.map(({ id }) => id));
  const before = textOfDraft(file, bytes, ids);
  const plan = planUpdate(record, before, fresh.ledger, view);
  const by: ChangeAuthor = { author: 'junheng', initials: 'jh', date: request.date };

  const replacements = plan.figures.map(({ span, after }) => ({ kind: 'replace', span, text: after }) as const);
  const changed = applyChanges(file, bytes, replacements, by);
  const now = changed.bytes === bytes ? before : textOfDraft(file, changed.bytes, ids);

  const told = figurePoints(plan, replacements, changed, now);
  const wording = framesOf(fresh.root);
  const comparable = record.templates === templatesKey(templates, settings);
  const { points: worded, sentences } = wordingPoints(
    comparable ? record.wordings : [],
    wording,
    fresh.ledger,
    now,
    plan,
  );
  // what no longer holds is told once, with the words that would
  const alone = ({ span }: OpenPoint): boolean =>
    span === null || !sentences.has(now.around(span.start)?.span.start ?? -1);
  const turned = turnedPoints(plan, changed, now).filter(alone);
  const found = (await newFindings(request, changed, now)).filter(alone);
  const charts = chartPoints(record, plan, replacements, changed, now, chartNumbers(file, bytes));
  const open = [...told, ...charts, ...worded, ...turned, ...found, ...(comparable ? [] : [OTHER_TEMPLATES])];

  const comments = open.flatMap((point): WordChange[] =>
    point.span === null ? [] : [{ kind: 'comment', span: point.span, paragraphs: [point.message] }],
  );
  const commented = applyChanges(file, changed.bytes, comments, by);
  const printed = new Map(plan.printed);
  for (const [index, { mark, after }] of plan.figures.entries()) {
    const replacement = replacements[index];
    if (replacement !== undefined && changed.applied.has(replacement)) printed.set(mark.id, after);
  }
  const updated = updatedRecord(record, printed, comparable ? wording : null);
  const same = recordJson(updated) === recordJson(record);
  return {
    bytes: same ? commented.bytes : withRecord(file, commented.bytes, recordJson(updated)),
    renewal: { renewed: renewedFigures(plan, replacements, changed, now), open, unchanged: plan.unchanged },
  };
}

/** Other templates choose other words for the same data; what differs then says nothing about the data. */
const OTHER_TEMPLATES: OpenPoint = {
  kind: 'wording',
  severity: 'info',
  name: null,
  before: null,
  after: null,
  message: '起草以后，模板或设置改过，各句用词没有与模板逐句对照；数字照常更新。',
  sentence: null,
  span: null,
};

/** Numbers of another year between the words of this one would be a report that nobody has written. */
function refuseOther({ file, record, data, dataset }: UpdateRequest): void {
  if (record.year !== dataset.year) {
    throw new InputError(
      'other-year',
      `${file}：草稿写的是${record.year}年，${data} 是${dataset.year}年的数据；句子里的年份不会跟着改，不能更新。请用新一年的数据重新起草。`,
    );
  }
  if (record.county !== dataset.county) {
    throw new InputError(
      'other-county',
      `${file}：草稿写的是${record.county}，${data} 是${dataset.county}的数据，不能更新。`,
    );
  }
}

function refuseOtherSchool({ file, record }: UpdateRequest, school: string | null): void {
  if (record.school === school) return;
  throw new InputError(
    'other-school',
    `${file}：草稿写的是${record.school ?? '全县'}，现在设置或数据中的学校是${school ?? '（没有写）'}，不能更新。请核对设置 junheng.yaml 的“学校”。`,
  );
}

function textOfDraft(file: string, bytes: Uint8Array, ids: ReadonlySet<string>): DraftText {
  const parts = readWordParts(file, bytes);
  return draftText(parts.manuscript, bookmarkSpans(parts), ids);
}

/** What the check finds in the new text and did not find in the old one. */
async function newFindings(request: UpdateRequest, changed: ChangedWord, now: DraftText): Promise<OpenPoint[]> {
  const { file, bytes, data, dataset, standards } = request;
  if (changed.bytes === bytes) return [];
  const checked = async (content: Uint8Array): Promise<Checked> => {
    const alone = await check(file, content, standards);
    try {
      return checkData(alone, { file: data, dataset }, standards);
    } catch (error) {
      // people may have given the report a title that seems to name another county; the record says it is this one's
      if (error instanceof InputError) return alone;
      throw error;
    }
  };
  const [old, fresh] = [await checked(bytes), await checked(changed.bytes)];
  const seen = old.result.findings.map((finding) => findingKey(old.report, finding));
  return newSince(fresh.report, fresh.result.findings, seen)
    .filter(({ severity }) => severity !== 'info')
    .map((finding) => findingPoint(finding, (offset) => now.around(offset)?.text ?? null));
}
