import type { LedgerEntry } from '../../../../src/draft/index.ts';
import { type PrintedBlock, printedBlocks } from './printed-text.ts';

/** Numbers that need no source, each class with what it covers; whatever else is a number must stand in a mark of the ledger. */
const ALLOWED: readonly (readonly [what: string, pattern: RegExp, where?: (block: PrintedBlock) => boolean])[] = [
  ['成文日期', /^(?:\d{4})?年?\d{1,2}月\d{1,2}日$/gu, ({ style }) => style === 'OfficialSignature'],
  ['题下的会议日期', /\d{4}年\d{1,2}月\d{1,2}日/gu, ({ style }) => style === 'OfficialSubtitle'],
  ['指标名称中的基数', /每[百千万](?:名|人|元)/gu],
  ['规范性文件的名称', /《[^》]*》/gu],
  ['发文字号', /〔\d{4}〕第?\d+号/gu],
  ['学年', /\d{4}[-—]\d{4}学年(?:度)?/gu],
  ['年份和起止年份', /\d{4}(?:[-—至]\d{4})?年/gu],
  ['标题和列项的序号', /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[．.、]|（\d{1,2}）)/gu],
  ['表、图、附件的编号', /(?:[表图]|附件)\d{1,2}(?:[．.]|(?!\d))/gu],
  ['附件说明中的序号', /(?:：|\s)\d{1,2}[．.]/gu, ({ runs }) => runs[0]?.text.startsWith('附件：') === true],
  ['次序', /第[一二三四五六七八九十百\d]+/gu],
  ['规划的名称', /[“"]?十[一二三四五]五[”"]?/gu],
  [
    '学制和巩固率的年限',
    /(?:九|十二)年(?:一贯制|义务|制)|(?:小学)?六年(?:巩固|级|制)|(?:初中)?三年(?:巩固|级|制)|[一二三四五六七八九]年级/gu,
  ],
  // 三年投入…、近四年逐年提高: the years that a row or a sum runs over, which its own figures tell
  ['不指数据的时段', /近?[两三四五]年(?:来|间|内|行动|规划)?|一年(?:来|间|内)/gu],
  [
    '固定的提法',
    /三个增长|两个只增不减|两个比例|一校一[案策]|一人一案|一生一案|两免一补|两基|三通两平|三个课堂|两类学校/gu,
  ],
  [
    '标准和文件中成组的名目',
    /[两二三四五六七八九十]+(?:项|个|类|大)(?:(?:资源配置)?指标|方面|维度|环节|重点|机制|领域|内容|条件|板块|中(?=最))/gu,
  ],
  ['标准各部分的项数', /(?:资源配置|政府保障程度|教育质量|社会认可度)共?[一二三四五六七八九十]+项/gu],
  ['标准的原文', /标准(?:要求|规定)[^。；\uFFFC\d]*/gu],
  ['规定中的规模档次', /(?:不足|不满|按)百人/gu],
  ['逐个去做的提法', /(\p{Script=Han}{2})一([项处件个])、\p{Script=Han}{2}一\2/gu],
  [
    '不指数目的“一”',
    /(?:每|同|某|另|任|这|那|进|统|唯|单|逐)一|一(?:个|批|系列|定|些|次性|律|致|贯|体|流|线|般|步|级|并|方面|种|条|项|名|所|人)/gu,
  ],
  ['泛指的“两”', /两(?:者|方面|端|级)/gu],
];

/** Amounts in Chinese characters: 三所, 两万元, 百分之五, 三成, 一半. */
const IN_CHARACTERS =
  /[一二三四五六七八九十百千两][一二三四五六七八九十百千万亿两]*(?:余|多)?(?:万|亿)?(?:所|人|名|个|元|台|册|间|套|班|次|项|亩|平方|公里|岁|年|月|天|倍|年级|户|份|场|期|批|分|辆|座|片|块|张|门|本|位|处|家)|百分之|分之|翻[一两]番|一半|过半|[一二三四五六七八九]成(?![为立效果长绩本员熟功])/u;

/** A number of a drafted Word file that stands neither in a mark of its ledger nor in an allowed class. */
export interface Unsourced {
  readonly part: string;
  readonly text: string;
}

/** Walks all that a drafted Word file prints. */
export function unsourcedNumbers(bytes: Uint8Array, ledger: readonly LedgerEntry[]): readonly Unsourced[] {
  const printed = new Map(ledger.map((entry) => [entry.id, entry.printed]));
  const values = new Set(ledger.flatMap(({ printed: figure }) => numbersIn(figure)));
  return printedBlocks(bytes).flatMap((block): Unsourced[] => {
    const text = block.runs.map((run) => run.text).join('');
    if (block.charted) return values.has(Number(text)) ? [] : [{ part: block.part, text }];
    // what a mark holds must be what its entry says, or the mark is no source
    const open = joined(block).map(({ mark, gap, described, text: own }) => {
      if (described) return told(own, ledger);
      if (gap) return '\uFFFC';
      return mark !== null && printed.get(mark) === own ? '\uFFFC' : own;
    });
    const rest = ALLOWED.reduce(
      (left, [, pattern, where]) => (where === undefined || where(block) ? left.replaceAll(pattern, '\uFFFD') : left),
      open.join(''),
    );
    return /\p{Nd}/u.test(rest) || IN_CHARACTERS.test(rest) ? [{ part: block.part, text: rest }] : [];
  });
}

const DECIMAL = /[-−]?\d+(?:\.\d+)?/gu;

/** A chart's words repeat the figures of the table below it, which has its caption; a number that is none of them stays. */
function told(description: string, ledger: readonly LedgerEntry[]): string {
  const caption = /图\d+　[^。（；]+/u.exec(description)?.[0] ?? '图';
  const figures = ledger.filter(({ sentence }) => sentence.startsWith(caption));
  const known = new Set(figures.flatMap(({ printed }) => numbersIn(printed)));
  return description.replaceAll(/(?<=[ 　])[-−]?\d+(?:\.\d+)?(?=[，；。])/gu, (number) =>
    known.has(Number(number.replace('−', '-'))) ? '\uFFFC' : number,
  );
}

function numbersIn(text: string): readonly number[] {
  return (text.match(DECIMAL) ?? []).map((number) => Number(number.replace('−', '-')));
}

/** The runs of one mark as one: Word cuts runs wherever it likes. */
function joined({ runs }: PrintedBlock): PrintedBlock['runs'] {
  const whole: { text: string; mark: string | null; gap: boolean; described: boolean }[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last !== undefined && last.mark === run.mark && last.gap === run.gap && last.described === run.described)
      last.text += run.text;
    else whole.push({ ...run });
  }
  return whole;
}
