import { describe, expect, test } from 'vitest';
import { ledgerJson, textOf } from '../../src/draft/index.ts';
import { type DraftResult, draftReport } from '../../src/jobs/draft.ts';
import { recordOfDraft, updateDraft } from '../../src/jobs/update-draft.ts';
import { proveDraft } from '../../src/jobs/draft-proof.ts';
import type { Dataset, Datum } from '../../src/model/dataset.ts';
import type { FigureSlot, Phrase, PhraseSource, Slot } from '../../src/phrases/index.ts';
import { ledgerWorkbook } from '../../src/write/ledger-xlsx.ts';
import { readXlsx } from 'hucre/xlsx';
import { kindWith, standards } from './support/bundled.ts';
import { fullCounty } from './support/county.ts';

const source = (change: Partial<PhraseSource> = {}): PhraseSource => ({
  report: 'r1',
  file: '石桥.docx',
  kind: 'county-basic',
  county: '石桥县',
  year: '2017',
  section: '主要做法',
  role: 'features',
  count: 1,
  ...change,
});
const figure = (indicator: string, change: Partial<FigureSlot> = {}): FigureSlot => ({
  kind: 'figure',
  name: indicator,
  indicator,
  stage: null,
  unit: '人',
  figureKind: 'count',
  role: 'level',
  places: 0,
  ratio: false,
  scope: null,
  offset: 0,
  ...change,
});
let number = 0;
const phrase = (frame: string, slots: readonly Slot[] = [], ...sources: Partial<PhraseSource>[]): Phrase => {
  number += 1;
  const from = sources.length === 0 ? [source()] : sources.map(source);
  return { id: `p${number}`, form: 'sentence', frame, slots, sources: from };
};

const BACKBONE = phrase('发挥{1}骨干教师的带动作用，组建名师工作室送课下乡。', [
  figure('backbone-teachers', { unit: '名' }),
]);
const CLUSTER = phrase('推行学区化办学，{1}教师跨校任教。', [figure('exchanged-teachers')]);
const OWN = phrase('坚持城乡同步教研，教研员每月驻校指导。', [], { county: '某县' });

const ASK = '## 一、特色亮点\n\n{{phrases "features" count=2}}\n';

async function drafted(
  phrases: readonly Phrase[] | null,
  section = ASK,
  more: { dataset?: Dataset; ownWords?: Readonly<Record<string, string>>; settings?: object } = {},
): Promise<DraftResult> {
  const ownWords = Object.entries(more.ownWords ?? {}).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  return draftReport({
    kind: { ...kindWith(section), name: 'county-basic' },
    dataset: more.dataset ?? fullCounty(),
    settings: { ...more.settings },
    standards: standards(),
    format: 'markdown',
    ownWords,
    ...(phrases === null ? {} : { phrases: phrases.map((one) => ({ phrase: one, library: '短语库.jsonl' })) }),
  });
}
const sentences = async (...args: Parameters<typeof drafted>) =>
  (await drafted(...args)).phrases.map(({ sentence }) => sentence);
const refusals = async (...args: Parameters<typeof drafted>) => [
  ...((await drafted(...args)).phrasePlaces[0]?.refused ?? []),
];

describe('a section that asks for phrases', () => {
  test('says nothing of it without a library', async () => {
    const { tree, phrases } = await drafted(null);
    expect(tree.children.map((block) => textOf(block))).toEqual(['一、特色亮点']);
    expect(phrases).toEqual([]);
  });

  test('gets them filled from the data, and the ledger says where they come from', async () => {
    const result = await drafted([BACKBONE]);
    const { tree, ledger, phrases } = result;
    const text = '发挥386名骨干教师的带动作用，组建名师工作室送课下乡。';
    expect(tree.children.map((block) => textOf(block))).toEqual(['一、特色亮点', text]);
    const use = { id: BACKBONE.id, library: '短语库.jsonl', from: '石桥.docx《主要做法》（2017年）' };
    expect(phrases).toEqual([{ ...use, section: '一、特色亮点', sentence: text }]);
    expect(ledger).toMatchObject([{ printed: '386名', unit: '名', indicator: 'backbone-teachers', phrase: use }]);
    const { sheets } = await readXlsx(await ledgerWorkbook(ledger, phrases));
    expect(sheets.map(({ name }) => name)).toEqual(['数字台账', '短语']);
    expect(sheets[0]?.rows[0]?.at(-1)).toBe('来源');
    expect(sheets[0]?.rows[1]?.at(-1)).toContain(`短语库（${BACKBONE.id}，短语库.jsonl`);
    expect(sheets[1]?.rows[1]?.slice(0, 2)).toEqual([BACKBONE.id, text]);
    const proof = await proveDraft(
      { file: '报告', word: null, tree, ledger },
      { file: '数据', dataset: fullCounty() },
      [],
    );
    expect(proof).toMatchObject({ entries: 1, readBack: 1, faults: [], unmarked: [] });
  });

  test('a phrase without figures has its own entry in the JSON ledger', async () => {
    const { ledger, phrases } = await drafted([OWN], ASK, { settings: { county: '某县' } });
    expect(JSON.parse(ledgerJson(ledger, phrases))).toMatchObject([
      { id: null, sentence: '坚持城乡同步教研，教研员每月驻校指导。', phrase: { id: OWN.id } },
    ]);
  });

  test('standard frames come first, then those used more, then the later; always the same', async () => {
    const often = phrase('用好{1}培训教师的名额，外出跟岗学习。', [figure('recruited-teachers')], { count: 2 });
    const late = phrase('为{1}新聘教师配备导师，师徒结对三载。', [figure('recruited-teachers')], { year: '2018' });
    const usual = phrase(
      '统筹{1}在编教职工，县管校聘动态调剂。',
      [figure('staff-in-post')],
      ...[1, 2, 3].map((one) => ({ report: `s${one}`, county: `县${one}` })),
    );
    const all = [late, often, usual];
    const first = await sentences(all, '## 一、特色亮点\n\n{{phrases "features" count=3}}\n');
    expect(first.map((text) => text.slice(0, 2))).toEqual(['统筹', '用好', '为8']);
    expect(await sentences(all.toReversed(), '## 一、特色亮点\n\n{{phrases "features" count=3}}\n')).toEqual(first);
  });

  test('no phrase twice, none of another role, kind or subject, none besides the indicator or words asked for', async () => {
    const twice = '## 一、特色亮点\n\n{{phrases "features"}}\n\n## 五、结语\n\n{{phrases "features"}}\n';
    expect(await sentences([BACKBONE], twice)).toHaveLength(1);
    const others = [
      { ...CLUSTER, sources: [source({ role: 'plans' })] },
      { ...CLUSTER, sources: [source({ kind: 'school' })] },
    ];
    for (const other of others) expect(await sentences([other])).toEqual([]);
    const asking = (options: string) => `## 一、特色亮点\n\n{{phrases "features" count=2 ${options}}}\n`;
    expect(await sentences([BACKBONE, CLUSTER], asking('indicator="exchanged-teachers"'))).toEqual([
      '推行学区化办学，136人教师跨校任教。',
    ]);
    expect(await sentences([BACKBONE, CLUSTER], asking('about="工作室 联盟"'))).toHaveLength(1);
  });

  test('the writer’s own words win', async () => {
    const section = '## 一、特色亮点\n\n{{phrases "features" count=2}}\n\n{{own "特色" "写两项"}}\n';
    expect(await sentences([BACKBONE], section)).toHaveLength(1);
    const { phrases, phrasePlaces } = await drafted([BACKBONE], section, { ownWords: { '特色.txt': '组建联盟校。' } });
    expect(phrases).toEqual([]);
    expect(phrasePlaces).toMatchObject([{ own: true, taken: 0 }]);
  });

  test.each([
    ['一个县', '全县统一', '全县统一', '石桥县'],
    ['一个区', '全县统一，由县政府统筹', '全区统一，由区政府统筹', '南浦区'],
  ])('the words of the level follow: %s', async (_, words, expected, county) => {
    const own = phrase(`${words}调配{1}交流教师。`, [figure('exchanged-teachers')]);
    expect((await sentences([own], ASK, { settings: { county }, dataset: { ...fullCounty(), county } }))[0]).toContain(
      expected,
    );
  });
});

test('its figures are brought up to date with the draft, and its words are nobody’s fault', async () => {
  const kind = {
    ...kindWith('## 一、特色亮点\n\n教师{{figure "staff-in-post"}}。\n\n{{phrases "features"}}\n'),
    name: 'county-basic',
  };
  const phrases = [{ phrase: CLUSTER, library: '短语库.jsonl' }];
  const common = { kind, settings: {}, standards: standards() };
  const { bytes } = await draftReport({ ...common, dataset: fullCounty(), format: 'docx', phrases });
  const file = '报告.docx';
  const given = {
    file,
    bytes: Uint8Array.from(bytes),
    record: recordOfDraft(file, bytes),
    data: '数据.xlsx',
    date: null,
  };
  const same = await updateDraft({ ...common, ...given, dataset: fullCounty() });
  expect(same.renewal).toMatchObject({ renewed: [], open: [] });
  const isChanged = ({ indicator, period }: Datum): boolean => indicator === 'exchanged-teachers' && period === '2018';
  const data = fullCounty().data.map((one) => (isChanged(one) ? { ...one, value: one.value.plus(5) } : one));
  const later = await updateDraft({ ...common, ...given, dataset: { ...fullCounty(), data } });
  expect(later.renewal.renewed).toMatchObject([{ before: '136人', after: '141人' }]);
  expect(later.renewal.open).toEqual([]);
});

describe('what is not taken', () => {
  const name = (kind: 'place' | 'school' | 'person', label: string): Slot => ({ kind, name: label });
  test.each([
    ['data', phrase('组建{1}教育集团，统一管理。', [figure('text:教育集团数', { unit: '个' })])],
    ['name', phrase('{1}牵头，{2}教师跨校任教。', [name('school', '学校名'), figure('exchanged-teachers')])],
    ['name', phrase('与{1}结对，{2}教师跨校任教。', [name('place', '其他县市名'), figure('exchanged-teachers')])],
    ['name', phrase('{1}亲自抓，{2}教师跨校任教。', [name('person', '人名'), figure('exchanged-teachers')])],
    ['dated', phrase('落实全面改薄要求，{1}教师跨校任教，面向十二五谋划。', [figure('exchanged-teachers')])],
    ['unproved', phrase('把剪纸和皮影引入课堂，一校一品。')],
    ['unproved', phrase('优秀教师逐年增加，{1}骨干教师全部下乡支教。', [figure('backbone-teachers')])],
    // it fell from 31 to 12
    [
      'contradicted',
      phrase('大班额由{1}增加到{2}。', [
        figure('large-class-count', { unit: '个', offset: -1 }),
        figure('large-class-count', { unit: '个' }),
      ]),
    ],
  ] as const)('%s', async (reason, one) => {
    expect(await refusals([one])).toEqual([[reason, 1]]);
  });

  test('what the report says already, in its words or by its figures', async () => {
    const section = `## 一、特色亮点\n\n三年来交流轮岗教师{{figure "exchanged-teachers"}}。推行学区化办学，教师跨校任教。\n\n{{phrases "features" count=2}}\n`;
    expect(await refusals([CLUSTER], section)).toEqual([['copied', 1]]);
    const other = phrase('名校长带队，{1}名教师在集团内流动起来。', [figure('exchanged-teachers', { unit: '名' })]);
    expect(await refusals([other], section)).toEqual([['copied', 1]]);
  });

  test('a plan for what is done', async () => {
    const plan = phrase('加快化解大班额，增加城区学位。', [], { role: 'plans' });
    const section = '## 六、打算\n\n{{phrases "plans"}}\n';
    expect(await sentences([plan], section)).toHaveLength(1);
    const none = fullCounty();
    const data = none.data.filter(({ indicator }) => indicator !== 'large-class-count');
    expect(await refusals([plan], section, { dataset: { ...none, data } })).toEqual([['contradicted', 1]]);
  });
});

test.each([
  ['{{phrases "feature"}}', 'phrases 后应写加引号的章节作用'],
  ['{{phrases}}', 'phrases 后应写加引号的章节作用'],
  ['{{phrases "features" count=9}}', 'count 应为 1 到 5 的整数'],
  ['{{phrases "features" indicator="teacherz"}}', '没有名为“teacherz”的数据'],
  ['{{phrases "features" role="x"}}', '“phrases”没有“role”这个选项'],
  ['{{#part}}{{phrases "features"}}{{/part}}', '“phrases”不能写在会被略去的句子或列表里'],
  ['## 特色 {{phrases "features"}}', '“phrases”不能写在标题或表格里'],
])('%s is told to the author of the template', async (template, message) => {
  await expect(drafted(null, `## 一、特色亮点\n\n${template}\n`)).rejects.toThrow(message);
});
