import { Decimal } from '../../model/decimal.ts';
import { nameOf } from '../../standards/amount-name.ts';
import { NOTHING } from '../markers.ts';
import { type Found, Quantity, TemplateProblem } from '../quantity.ts';
import type { SchoolScope } from '../school-view.ts';
import { type Helper, type HelperCall, type HelperContext, wordOption } from './helper.ts';
import { joinChinese } from './join.ts';

const VERDICTS = { 达到: 'holds', 未达到: 'broken', 待核: 'review', 数据不全: 'unassessable' } as const;

/** What the report of one school says besides what every report does; only in kinds with `subject: school`. */
export const SCHOOL: readonly Helper[] = [
  // The text inside once for each part of the school; names in it mean that part.
  {
    name: 'eachPart',
    use: 'block',
    options: [],
    namesQuantities: false,
    run: (call, context) => {
      const school = schoolOf(context);
      if (school.parts.length === 0) return call.otherwise() || NOTHING;
      return school.parts.map((part) => school.inPart(part, call.body)).join('');
    },
  },
  // 小学部 or 初中部; of a school of one part nothing (or the words of `alone`), since 我校 says it all.
  {
    name: 'partName',
    use: 'text',
    options: ['alone'],
    namesQuantities: false,
    run: (call, context) => {
      const { part, parts } = schoolOf(context);
      return part === null || parts.length < 2 ? String(call.options.alone ?? NOTHING) : `${part}部`;
    },
  },
  // 公办九年一贯制学校
  {
    name: 'schoolType',
    use: 'text',
    options: [],
    namesQuantities: false,
    run: (_call, context) => {
      const { type } = schoolOf(context);
      return type === null ? context.recorder.prose('学校类型') : context.recorder.text(type);
    },
  },
  {
    name: 'hasOthers',
    use: 'condition',
    options: [],
    namesQuantities: false,
    run: (_call, context) => schoolOf(context).hasOthers,
  },
  {
    name: 'combined',
    use: 'condition',
    options: [],
    namesQuantities: false,
    run: (_call, context) => schoolOf(context).parts.length > 1,
  },
  // (markVerdict "province" "达到"): what came of the part under the marks of the province, or of the nation.
  {
    name: 'markVerdict',
    use: 'condition',
    options: [],
    namesQuantities: false,
    run: (call, context) => {
      const wanted = VERDICTS[call.arguments[1] as keyof typeof VERDICTS];
      if (wanted === undefined) throw new TemplateProblem(`markVerdict 后应写${Object.keys(VERDICTS).join('、')}之一`);
      const outcome = schoolOf(context).outcome(ownerOf(call));
      if (outcome === null) context.recorder.missing += 1;
      return outcome?.verdict === wanted;
    },
  },
  // The marks that the part misses, by name: 生均图书册数、生均教学仪器设备值.
  marks('missedMarks', ({ missed }) => missed.map(({ limit }) => limit.indicator)),
  // Those that no column of the table answers, so that the writer has to.
  marks('openMarks', ({ outcomes }) =>
    outcomes.filter(({ actual }) => actual === null).map(({ limit }) => limit.indicator),
  ),
  {
    name: 'besideCounty',
    use: 'text',
    options: ['names'],
    namesQuantities: true,
    run: besideCounty,
  },
];

/**
 * 仪器设备和计算机高于县域均值，图书低于县域均值; where all stand alike 两项均高于县域均值. Decided by what prints, so that no two equal
 * numbers are told to differ.
 */
function besideCounty(call: HelperCall, context: HelperContext): string {
  const short = wordOption(call, 'names', '').split('、');
  const compared = call.arguments.map((argument, index): Compared | null => {
    const name = String(argument);
    const pair = [name, `county:${name}`].map((indicator) => context.view.find({ indicator, stage: null, offset: 0 }));
    return pair.every(isQuantity) ? { name: short[index] || nameOf(name), sign: signOf(pair[0], pair[1]) } : null;
  });
  const known = compared.filter((one) => one !== null);
  if (known.length < compared.length) {
    context.recorder.missing += 1;
    return NOTHING;
  }
  const groups = WORDS.map(({ sign, words }) => ({
    words,
    names: known.filter((one) => one.sign === sign).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0);
  const [only, ...others] = groups;
  if (only !== undefined && others.length === 0) return `${ALL[known.length] ?? '各项均'}${only.words}`;
  return groups.map(({ names, words }) => `${joinChinese(names, '、', '和')}${words}`).join('，');
}

const ALL: Readonly<Record<number, string>> = { 1: '', 2: '两项均' };

interface Compared {
  readonly name: string;
  readonly sign: number;
}

const WORDS = [
  { sign: 1, words: '高于县域均值' },
  { sign: 0, words: '与县域均值持平' },
  { sign: -1, words: '低于县域均值' },
] as const;

function signOf(own: Quantity | undefined, mean: Quantity | undefined): number {
  const places = own?.habit.places ?? 0;
  const [a, b] = [own, mean].map((one) => one?.value.toDecimalPlaces(places) ?? new Decimal(0));
  return a !== undefined && b !== undefined ? a.cmp(b) : 0;
}

function isQuantity(found: Found): found is Quantity {
  return found instanceof Quantity;
}

type Outcome = NonNullable<ReturnType<SchoolScope['outcome']>>;

function marks(name: string, of: (outcome: Outcome) => readonly string[]): Helper {
  return {
    name,
    use: 'text',
    options: [],
    namesQuantities: false,
    run: (call, context) => {
      const outcome = schoolOf(context).outcome(ownerOf(call));
      const names = outcome === null ? [] : [...new Set(of(outcome).map((indicator) => nameOf(indicator)))];
      if (names.length > 0) return context.recorder.text(joinChinese(names, '、', '、'));
      context.recorder.missing += 1;
      return NOTHING;
    },
  };
}

function ownerOf(call: HelperCall): 'province' | 'national' {
  const [owner] = call.arguments;
  if (owner === 'province' || owner === 'national') return owner;
  throw new TemplateProblem('这里应写 "province"（省定标准）或 "national"（国家标准）');
}

function schoolOf({ view }: HelperContext): SchoolScope {
  if (view.school !== undefined) return view.school;
  throw new TemplateProblem('这种写法只用于学校的报告（kind.yaml 写明 subject: school）');
}
