import * as fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/jobs/check.ts';
import { draftReport } from '../../src/jobs/draft.ts';
import { recordOfDraft, updateDraft, type UpdatedDraft } from '../../src/jobs/update-draft.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Figure } from '../../src/model/figure.ts';
import type { OpenPoint } from '../../src/model/renewal.ts';
import { bookmarkSpans, readWordParts } from '../../src/read/index.ts';
import { bundledKind, kindWith, standards } from '../draft/support/bundled.ts';
import { fallingCounty, fullCounty, withSeries, without } from '../draft/support/county.ts';
import {
  accepted,
  documentOf,
  edited,
  paragraphWith,
  refused,
  runsJoined,
  withoutChanges,
} from '../support/edited-word.ts';
import { hasOffice, office } from '../support/office.ts';
import { commentsOf } from '../support/word-comments.ts';

const bundled = bundledKind();
const FILE = '报告.docx';

async function draft(dataset: Dataset, kind = bundled): Promise<Uint8Array> {
  const { bytes } = await draftReport({ kind, dataset, settings: {}, standards: standards(), format: 'docx' });
  return Uint8Array.from(bytes);
}

function update(bytes: Uint8Array, dataset: Dataset, kind = bundled): Promise<UpdatedDraft> {
  const record = recordOfDraft(FILE, bytes);
  return updateDraft({
    file: FILE,
    bytes,
    record,
    kind,
    data: '数据.xlsx',
    dataset,
    settings: {},
    standards: standards(),
    date: null,
  });
}

/** What stands under each mark, all changes accepted. */
function marksOf(bytes: Uint8Array): Map<string, string> {
  const parts = readWordParts(FILE, bytes);
  const { text } = parts.manuscript;
  return new Map(
    [...bookmarkSpans(parts)].flatMap(([name, span]) => (span ? [[name, text.slice(span.start, span.end)]] : [])),
  );
}

const textOf = (bytes: Uint8Array): string => readWordParts(FILE, bytes).manuscript.text;
const kinds = (points: readonly OpenPoint[]): string[] => points.map(({ kind, severity }) => `${kind} ${severity}`);

const SECTION = `# 报告

## 一、情况

全县有村{{figure "village-count"}}、社区{{figure "community-count"}}。{{#part}}全县在校生{{figure "pupils"}}，{{change (growth "pupils")}}。{{/part}}

{{#part}}入学率{{stages "enrolment-rate"}}。{{/part}}

| 项目 | 数量 |
| :-- | :-: |
| 乡镇 | {{figure "township-count" bare=true}} |
| 街道 | {{figure "subdistrict-count" bare=true}} |
`;
const small = kindWith(SECTION);
/** The same county in which one more thing is otherwise. */
const villages = withSeries(fullCounty(), 'village-count', null, ['240']);

let full = new Uint8Array();
let little = new Uint8Array();
beforeAll(async () => {
  full = Uint8Array.from(await draft(fullCounty()));
  little = Uint8Array.from(await draft(fullCounty(), small));
});

describe('a whole report', () => {
  test('with the data that it was drafted from: the very same bytes', async () => {
    const { bytes, renewal } = await update(full, fullCounty());
    expect(bytes).toBe(full);
    expect(renewal).toMatchObject({ renewed: [], open: [] });
    expect(renewal.unchanged).toBeGreaterThan(250);
  });

  test('with other data: every mark says what a new draft would say, and is read as the same figure', async () => {
    const { bytes, renewal } = await update(full, fallingCounty());
    const fresh = await draft(fallingCounty());
    const [updated, wanted] = [marksOf(accepted(bytes)), marksOf(fresh)];
    expect(updated.size).toBe(marksOf(full).size);
    expect([...updated].filter(([id, text]) => wanted.has(id) && wanted.get(id) !== text)).toEqual([]);
    expect([...updated.keys()].filter((id) => !wanted.has(id))).toEqual([]);
    expect(renewal.renewed.length).toBeGreaterThan(90);

    const named = async (content: Uint8Array): Promise<Set<string>> =>
      new Set((await check(FILE, content, standards())).report.figures.map(figureName));
    const [read, told] = [await named(accepted(bytes)), await named(fresh)];
    const missing = [...told].filter((name) => !read.has(name));
    // sentences that the new data put another way hold the rest
    expect(missing.length / told.size).toBeLessThan(0.1);
    expect(textOf(refused(bytes))).toBe(textOf(full));
  });

  test('touches nothing but the changed figures', async () => {
    const { bytes } = await update(full, fallingCounty());
    expect(runsJoined(withoutChanges(documentOf(bytes)))).toBe(runsJoined(documentOf(full)));
    const [before, after] = [unzipSync(full), unzipSync(bytes)];
    const changed = Object.keys(after).filter(
      (path) => Buffer.compare(after[path] ?? Buffer.alloc(0), before[path] ?? Buffer.alloc(0)) !== 0,
    );
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'customXml/item1.xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ]);
  });

  test('with falling numbers: each sentence whose words say the opposite is told once and has a comment', async () => {
    const { bytes, renewal } = await update(full, fallingCounty());
    const worded = renewal.open.filter(({ kind, severity }) => kind === 'wording' && severity === 'error');
    expect(worded.map(({ sentence }) => sentence?.slice(0, 16))).toEqual(
      expect.arrayContaining(['2015—2018年，一般公共预', '义务教育阶段在校生36488人，']),
    );
    expect(new Set(worded.map(({ sentence }) => sentence)).size).toBe(worded.length);
    for (const { message } of worded) expect(message).toContain('模板按新的数据写作');
    const comments = commentsOf(bytes);
    expect(comments).toHaveLength(renewal.open.filter(({ span }) => span !== null).length);
    expect(comments.every(({ anchored, author }) => anchored !== null && author === 'junheng')).toBe(true);
    // the words themselves are never changed
    const skeleton = (text: string): string => text.replaceAll(/[\d.,%]+/g, '#');
    expect(skeleton(textOf(bytes)).replaceAll('-#', '#')).toBe(skeleton(textOf(full)).replaceAll('-#', '#'));
  });

  test.each([
    ['accepted between', accepted],
    ['left open between', (bytes: Uint8Array) => bytes],
  ])('updated twice, changes %s: the second workbook counts, and nothing is said twice', async (_, between) => {
    const first = between((await update(full, fallingCounty())).bytes);
    const again = await update(first, fallingCounty());
    expect(again.renewal.renewed).toEqual([]);
    expect(again.bytes).toBe(first);
    const back = await update(first, fullCounty());
    expect(back.renewal.open.filter(({ kind }) => kind !== 'wording')).toEqual([]);
    expect(textOf(accepted(back.bytes))).toBe(textOf(full));
    expect(documentOf(back.bytes)).not.toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*<w:ins /);
  });
});

function figureName({ indicator, stage, period, label, value }: Figure): string {
  return `${indicator ?? label} ${stage} ${period} ${value.toFixed()}`;
}

describe('a draft that people have edited', () => {
  test('one figure changed: byte for byte the same around it', async () => {
    const { bytes } = await update(little, villages, small);
    expect(withoutChanges(documentOf(bytes))).toBe(documentOf(little));
    expect(documentOf(bytes)).toMatch(
      /<w:bookmarkStart [^>]*\/><w:r>(?:(?!<w:bookmark).)*236个<\/w:delText>(?:(?!<w:bookmark).)*240个<\/w:t>(?:(?!<w:bookmark).)*<w:bookmarkEnd/,
    );
  });

  test('a number typed over stays, with a comment, and is told', async () => {
    const typed = edited(little, (xml) => xml.replace('236个', '238个'));
    const { bytes, renewal } = await update(typed, villages, small);
    expect(textOf(bytes)).toBe(textOf(typed));
    expect(renewal.renewed).toEqual([]);
    expect(renewal.open).toMatchObject([{ kind: 'edited', before: '236个', after: '240个', severity: 'warning' }]);
    expect(commentsOf(bytes)).toMatchObject([{ anchored: '238个' }]);
  });

  test('a number that a person has brought up to date already is left and not told', async () => {
    const typed = edited(little, (xml) => xml.replace('236个', '240个'));
    const { bytes, renewal } = await update(typed, villages, small);
    expect(textOf(bytes)).toBe(textOf(typed));
    expect(renewal).toMatchObject({ renewed: [], open: [] });
  });

  test('prose around figures, and words typed into a mark, stay', async () => {
    const typed = edited(little, (xml) =>
      xml.replace('全县有村', '截至年底，全县辖行政村').replace('>236个<', '>约236个左右<'),
    );
    const { bytes, renewal } = await update(typed, villages, small);
    expect(textOf(bytes)).toContain('截至年底，全县辖行政村约240个左右');
    expect(renewal.open).toEqual([]);
    expect(documentOf(bytes)).toContain('236个</w:delText>');
  });

  test('renamed headings and moved paragraphs change nothing', async () => {
    const typed = edited(little, (xml) => {
      const first = paragraphWith(xml, '全县有村');
      const second = paragraphWith(xml, '入学率');
      return xml
        .replace('一、情况', '一、县情')
        .replace(first, '')
        .replace(second, second + first);
    });
    const { bytes, renewal } = await update(typed, villages, small);
    expect(textOf(bytes).replace('240个', '236个')).toBe(textOf(typed));
    expect(renewal).toMatchObject({ open: [], renewed: [{ before: '236个', after: '240个' }] });
  });

  test('a deleted paragraph, or one struck out with change tracking on, is told without a place', async () => {
    for (const strike of [
      () => '',
      (words: string) =>
        words
          .replaceAll(/<w:r>/g, '<w:del w:id="7" w:author="王某"><w:r>')
          .replaceAll('</w:r>', '</w:r></w:del>')
          .replaceAll(/w:t(?=[ >])/g, 'w:delText'),
    ]) {
      const typed = edited(little, (xml) => {
        const words = paragraphWith(xml, '全县有村');
        return xml.replace(words, strike(words));
      });
      const { bytes, renewal } = await update(typed, villages, small);
      expect(textOf(bytes)).toBe(textOf(typed));
      expect(renewal.open).toMatchObject([{ kind: 'lost', severity: 'info', after: '240个', span: null }]);
      expect((await update(typed, fullCounty(), small)).renewal.open).toEqual([]);
    }
  });

  test('a mark that is gone while its number stands: the number is found by its sentence and has a comment', async () => {
    const typed = edited(little, (xml) => xml.replace(/<w:bookmarkStart [^>]*>(?=(?:(?!<w:bookmark).)*236个)/, ''));
    const { bytes, renewal } = await update(typed, villages, small);
    expect(textOf(bytes)).toBe(textOf(typed));
    expect(renewal.open).toMatchObject([{ kind: 'lost', severity: 'warning', before: '236个', after: '240个' }]);
    expect(commentsOf(bytes)).toMatchObject([{ anchored: '236个' }]);
  });

  test('a paragraph moved with change tracking on is brought up to date where it went', async () => {
    const typed = edited(little, (xml) => {
      const first = paragraphWith(xml, '全县有村');
      const second = paragraphWith(xml, '入学率');
      const moved = (name: string) =>
        first.replaceAll(/<w:r>.*?<\/w:r>/g, (run) => `<w:${name} w:id="7" w:author="王某">${run}</w:${name}>`);
      return xml.replace(second, second + moved('moveTo')).replace(first, moved('moveFrom'));
    });
    const { bytes, renewal } = await update(typed, villages, small);
    expect(renewal).toMatchObject({ open: [], renewed: [{ before: '236个', after: '240个' }] });
    expect(textOf(bytes).replace('240个', '236个')).toBe(textOf(typed));
  });

  test('typed over with change tracking on, the new words behind the mark: told with its sentence', async () => {
    const by = 'w:id="7" w:author="王某"';
    const typed = edited(little, (xml) =>
      xml.replace(
        /(<w:r>(?:(?!<w:r>).)*?)<w:t([^>]*)>236个<\/w:t><\/w:r>(<w:bookmarkEnd [^>]*>)/,
        `<w:del ${by}>$1<w:delText$2>236个</w:delText></w:r></w:del>$3<w:ins ${by}>$1<w:t>239个</w:t></w:r></w:ins>`,
      ),
    );
    expect(textOf(typed)).toContain('村239个');
    const { bytes, renewal } = await update(typed, villages, small);
    expect(textOf(bytes)).toBe(textOf(typed));
    expect(renewal.open).toMatchObject([{ kind: 'lost', before: '236个', after: '240个' }]);
    expect(renewal.open[0]?.sentence).toContain('村239个');
  });

  test('however it was edited: what people wrote stays, what is told stands there', { timeout: 60_000 }, async () => {
    const words = fc.constantFrom('', '约', '据统计，', '9', '<w:br/>', '甲乙');
    const edit = fc.record({ at: fc.nat(400), how: fc.constantFrom('delete', 'double', 'retype', 'split'), words });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 25 }), async (edits) => {
        const typed = edited(full, (xml) => {
          // runs of the body, in order, each with whatever stands before it
          const pieces = xml.split(/(?=<w:r>)/);
          for (const { at, how, words: added } of edits) {
            const index = 1 + (at % (pieces.length - 2));
            const piece = pieces[index] ?? '';
            // a run that an earlier edit has deleted is there no more; what stands behind it is not its own
            const own = /^<w:r>.*?<\/w:r>/su.exec(piece)?.[0];
            if (own === undefined) continue;
            const rest = piece.slice(own.length);
            const text = /(<w:t(?: [^>]*)?>)[^<]*/u;
            if (how === 'delete') pieces[index] = rest;
            else if (how === 'double') pieces[index] = own + piece;
            else if (how === 'retype') pieces[index] = own.replace(text, `$1${added.replace('<w:br/>', '丙')}`) + rest;
            else {
              const between = `</w:t>${added.startsWith('<') ? added : ''}<w:t>`;
              pieces[index] = own.replace(/(<w:t(?: [^>]*)?>[^<])/u, `$1${between}`) + rest;
            }
          }
          return pieces.join('');
        });
        const { bytes, renewal } = await update(typed, fallingCounty());
        expect(textOf(refused(bytes))).toBe(textOf(typed));
        const text = textOf(bytes);
        for (const { span, after } of renewal.renewed) expect(text.slice(span.start, span.end)).toContain(after);
        expect(textOf(accepted(bytes))).toBe(text);
      }),
      // a counterexample costs as much as a run: shrinking one took minutes, and its edits are few already
      { numRuns: 5, endOnFailure: true, interruptAfterTimeLimit: 40_000 },
    );
  });

  test('a chart: the table below it is brought up to date, the chart is told at its caption with the new numbers', async () => {
    const charted = kindWith(
      '{{role "column-chart"}}村和社区\n\n| 年 | 村 | 社区 |\n| :-- | :-: | :-: |\n| 本年 | {{figure "village-count" bare=true}} | {{figure "community-count" bare=true}} |\n',
    );
    const { bytes, renewal } = await update(await draft(fullCounty(), charted), villages, charted);
    expect(renewal.renewed).toMatchObject([{ before: '236', after: '240' }]);
    expect(renewal.open).toMatchObject([{ kind: 'chart', severity: 'error', name: '图1　村和社区' }]);
    expect(renewal.open[0]?.message).toContain('照表改：村（本年）240。');
    expect(commentsOf(bytes)).toMatchObject([{ anchored: '图1　村和社区' }]);
  });

  test('a row deleted from a table: the others are brought up to date', async () => {
    const other = withSeries(withSeries(fullCounty(), 'township-count', null, ['15']), 'subdistrict-count', null, [
      '3',
    ]);
    const typed = edited(little, (xml) => xml.replace(/<w:tr>(?:(?!<w:tr>).)*街道.*?<\/w:tr>/, ''));
    const { bytes, renewal } = await update(typed, other, small);
    expect(renewal.renewed).toMatchObject([{ before: '14', after: '15' }]);
    expect(renewal.open).toMatchObject([{ kind: 'lost', severity: 'info', before: '2', after: '3', span: null }]);
    expect(textOf(bytes)).toContain('15');
  });

  test('text that someone else has put in, not yet accepted: deleted inside it, the new one beside it', async () => {
    const typed = edited(little, (xml) =>
      xml.replace(/(<w:r>(?:(?!<w:r>).)*?236个<\/w:t><\/w:r>)/, '<w:ins w:id="5" w:author="王某">$1</w:ins>'),
    );
    const { bytes } = await update(typed, villages, small);
    expect(textOf(bytes)).toContain('村240个');
    expect(textOf(accepted(bytes))).toContain('村240个');
    expect(documentOf(bytes)).not.toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*<w:ins /);
  });

  test('a change that a person refused is not made again', async () => {
    const { bytes } = await update(little, villages, small);
    const { renewal } = await update(refused(bytes), villages, small);
    expect(renewal.renewed).toEqual([]);
    expect(renewal.open).toMatchObject([{ kind: 'edited', after: '240个' }]);
  });

  test.runIf(hasOffice)(
    'saved by LibreOffice: the same figures are brought up to date',
    { timeout: 120_000 },
    async () => {
      const saved = Uint8Array.from(office()(full, 'docx'));
      expect(marksOf(saved)).toEqual(marksOf(full));
      expect((await update(saved, fullCounty())).bytes).toBe(saved);
      const { bytes, renewal } = await update(saved, fallingCounty());
      const direct = await update(full, fallingCounty());
      expect(renewal.renewed.map(({ name, after }) => `${name} ${after}`)).toEqual(
        direct.renewal.renewed.map(({ name, after }) => `${name} ${after}`),
      );
      expect(marksOf(accepted(bytes))).toEqual(marksOf(accepted(direct.bytes)));
      expect(kinds(renewal.open)).toEqual(kinds(direct.renewal.open));
    },
  );

  test.runIf(hasOffice)('LibreOffice reads the changes as changes', { timeout: 120_000 }, async () => {
    const { bytes } = await update(full, fallingCounty());
    const saved = office()(bytes, 'docx');
    expect(textOf(refused(saved))).toBe(textOf(refused(bytes)));
    expect(marksOf(saved)).toEqual(marksOf(bytes));
  });
});

const pupils = (primary: readonly string[], junior: readonly string[]): Dataset =>
  withSeries(withSeries(fullCounty(), 'pupils', '小学', primary), 'pupils', '初中', junior);

describe('any two workbooks', () => {
  test('a draft of the one brought up to date with the other says what a draft of the other says', {
    timeout: 60_000,
  }, async () => {
    const amount = fc.integer({ min: 1, max: 99_999 }).map(String);
    const county = fc
      .tuple(amount, amount, fc.array(amount, { minLength: 4, maxLength: 4 }), fc.integer({ min: 9000, max: 10_000 }))
      .map(([village, towns, [a, b, c, d], rate]) =>
        [
          ['village-count', null, [village]] as const,
          ['township-count', null, [towns]] as const,
          ['pupils', '小学', [a ?? '1', b ?? '1']] as const,
          ['pupils', '初中', [c ?? '1', d ?? '1']] as const,
          ['enrolment-rate', '小学', [String(rate / 100)]] as const,
        ].reduce((all, [indicator, stage, values]) => withSeries(all, indicator, stage, values), fullCounty()),
      );
    await fc.assert(
      fc.asyncProperty(county, county, async (one, other) => {
        const [first, wanted] = [await draft(one, small), await draft(other, small)];
        const { bytes, renewal } = await update(first, other, small);
        const [now, fresh] = [marksOf(accepted(bytes)), marksOf(wanted)];
        for (const [id, text] of now) if (fresh.has(id)) expect(text).toBe(fresh.get(id));
        expect(textOf(refused(bytes))).toBe(textOf(first));
        expect(renewal.open.every(({ kind }) => kind === 'wording' || kind === 'finding' || kind === 'rewrite')).toBe(
          true,
        );
        // where no word has to change, the whole text is the new draft's
        const worded = renewal.open.some(({ kind }) => kind === 'wording' || kind === 'rewrite');
        if (!worded) expect(textOf(accepted(bytes))).toBe(textOf(wanted));
        else expect(textOf(accepted(bytes))).not.toBe(textOf(wanted));
      }),
      { numRuns: 10 },
    );
  });
});

describe('words', () => {
  test('a direction that has turned: the number is put there, the word has a comment', async () => {
    const { bytes, renewal } = await update(little, pupils(['24715', '24380'], ['12236', '12108']), small);
    expect(textOf(bytes)).toContain('比上年增长1.25%');
    const [point, ...others] = renewal.open;
    expect(others).toEqual([]);
    expect(point).toMatchObject({ kind: 'wording', severity: 'error' });
    expect(point?.message).toContain('“增长”现应为“下降”');
  });

  test('one that a person has put right already is not told', async () => {
    const typed = edited(little, (xml) => xml.replace('比上年增长', '比上年下降'));
    const { renewal } = await update(typed, pupils(['24715', '24380'], ['12236', '12108']), small);
    expect(renewal.open).toEqual([]);
  });

  test('and when the data turn back, the word that was put right is told', async () => {
    const falling = await update(little, pupils(['24715', '24380'], ['12236', '12108']), small);
    const typed = edited(accepted(falling.bytes), (xml) => xml.replace('比上年增长', '比上年下降'));
    const { renewal } = await update(typed, fullCounty(), small);
    expect(renewal.open).toMatchObject([{ kind: 'wording', severity: 'error' }]);
    expect(renewal.open[0]?.message).toContain('“下降”现应为“增长”');
  });

  test('no change at all: the number stays, the sentence has to be written anew', async () => {
    const { bytes, renewal } = await update(little, pupils(['24715', '24715'], ['12236', '12236']), small);
    expect(textOf(bytes)).toContain('增长1.27%');
    expect(renewal.open.map(({ kind }) => kind)).toContain('rewrite');
  });

  test('one figure for both stages that has become two', async () => {
    const alike = withSeries(fullCounty(), 'enrolment-rate', '初中', ['100']);
    const { bytes, renewal } = await update(await draft(alike, small), fullCounty(), small);
    expect(textOf(bytes)).toContain('入学率均为100%');
    expect(renewal.open).toMatchObject([{ kind: 'rewrite', severity: 'error' }, { kind: 'wording' }]);
  });

  test('other templates: the figures are brought up to date, the words are not compared', async () => {
    const other = kindWith(SECTION.replace('全县在校生', '全县共有在校生'));
    const { renewal } = await update(little, villages, other);
    expect(renewal.renewed).toHaveLength(1);
    expect(kinds(renewal.open)).toEqual(['wording info']);
  });
});

describe('words of the writer’s own', () => {
  const kind = kindWith(`${SECTION}\n\n## 二、特色\n\n{{own "特色" "写本县的做法"}}\n`);
  const piece = `## 集团化办学

全县组建教育集团6个，覆盖学校21所，比上年增加4所。在校生持续增长，各校均达到要求。

| 集团 | 成员校（所） |
| :-- | :-: |
| 城关 | 5 |
| 河东 | 4 |
`;

  test('are neither changed nor told, whatever the data', async () => {
    const ownWords = [{ name: '特色.md', bytes: new TextEncoder().encode(piece) }];
    const request = { kind, dataset: fullCounty(), settings: {}, standards: standards(), ownWords };
    const bytes = Uint8Array.from((await draftReport({ ...request, format: 'docx' })).bytes);
    const same = await update(bytes, fullCounty(), kind);
    expect(same.bytes).toBe(bytes);
    expect(same.renewal).toMatchObject({ renewed: [], open: [] });
    const { bytes: updated, renewal } = await update(bytes, villages, kind);
    expect(renewal).toMatchObject({ renewed: [{ before: '236个', after: '240个' }], open: [] });
    expect(textOf(updated)).toBe(textOf(bytes).replace('236个', '240个'));
  });
});

test('an office’s own section is compared with itself; where the office has taken it away, that is said', async () => {
  const plain = { ...small, name: 'county-basic' };
  const files = new Map([['section.md', SECTION.replace('全县有村', '本县下辖村')]]);
  const own = { ...plain, overlay: { folder: '模板', files } };
  const moved = { ...plain, overlay: { folder: 'D:\\教育局\\模板', files } };
  const bytes = await draft(fullCounty(), own);
  for (const kind of [own, moved]) {
    const { renewal } = await update(bytes, villages, kind);
    expect(renewal).toMatchObject({ renewed: [{ before: '236个', after: '240个' }], open: [] });
  }
  const bundledOnly = await update(bytes, villages, plain);
  expect(bundledOnly.renewal.renewed).toHaveLength(1);
  expect(bundledOnly.renewal.open).toMatchObject([{ kind: 'wording', severity: 'info' }]);
});

describe('what cannot be', () => {
  test('a quantity that the workbook lacks is left and told', async () => {
    const { bytes, renewal } = await update(little, without(fullCounty(), 'village-count'), small);
    expect(textOf(bytes)).toBe(textOf(little));
    expect(renewal.open).toMatchObject([{ kind: 'missing', severity: 'warning', before: '236个' }]);
  });

  test('whole topics that the workbook lacks: told as missing, no words called wrong', async () => {
    const lacking = without(
      fullCounty(),
      'gdp',
      'pupils',
      'staff',
      'education-budget',
      'teacher-average-pay',
      'retention-rate',
    );
    const { bytes, renewal } = await update(full, lacking);
    expect(new Set(kinds(renewal.open.filter(({ severity }) => severity !== 'info')))).toEqual(
      new Set(['missing warning', 'wording warning']),
    );
    expect(textOf(bytes)).toBe(textOf(full));
  });

  test('a figure whose sentence the templates no longer give is computed all the same', async () => {
    const other = kindWith(SECTION.replace('全县有村{{figure "village-count"}}、社区', '全县有社区'));
    const { bytes } = await update(little, villages, other);
    expect(textOf(bytes)).toContain('村240个');
  });

  test.each([
    ['of another year', { ...fullCounty(), year: '2019' }, /2018年.*2019年/],
    ['of another county', { ...fullCounty(), county: '青禾县' }, /清河县.*青禾县/],
  ])('a workbook %s is refused', async (_, dataset, message) => {
    await expect(update(little, dataset, small)).rejects.toThrow(message);
  });

  test('a Word file without a record is refused with a word on why', () => {
    const { 'customXml/item1.xml': record, ...parts } = unzipSync(little);
    expect(record).toBeDefined();
    expect(() => recordOfDraft(FILE, zipSync(parts))).toThrow('文件里没有起草时留下的台账');
    const damaged = zipSync({ ...parts, 'customXml/item1.xml': strToU8('<draft xmlns="urn:junheng:draft">{</draft>') });
    expect(() => recordOfDraft(FILE, damaged)).toThrow('台账读不出来');
  });
});
