import type { FigureKind } from '../model/figure.ts';

/** A unit as reports print it. */
export interface Unit {
  /** As the figure's `unit` says it. */
  readonly name: string;
  readonly kind: FigureKind;
  /** A Chinese numeral before it states a quantity (一所, 两幢), not the name of a set (四个到位, 两级政府). */
  readonly countsAfterChinese: boolean;
}

/** Printed forms that mean another unit's name. */
const SAME: Readonly<Record<string, string>> = {
  平米: '平方米',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  平方千米: '平方公里',
  'km²': '平方公里',
  '％': '%',
  '﹪': '%',
  百分点: '个百分点',
  '台（套）': '台(套)',
  '台（件）': '台(件)',
  '件（套）': '件(套)',
  '套（件）': '套(件)',
  '个（处）': '个(处)',
  '所（个）': '所(个)',
  '人（次）': '人(次)',
  '人／次': '人次',
  '人/次': '人次',
  钟头: '小时',
};

const KINDS: readonly (readonly [FigureKind, string])[] = [
  ['percent', '% ％ ﹪ ‰ 个百分点 百分点'],
  ['money', '元 美元 港元 欧元'],
  ['area', '平方米 平米 ㎡ m² m2 平方公里 平方千米 km² 公顷 亩'],
  ['score', '分'],
  [
    'duration',
    '年 个月 周年 学年 个学年 学期 个学期 周 个星期 个工作日 工作日 天 小时 个小时 钟头 分钟 秒 学时 课时 个课时 个学时',
  ],
  [
    'count',
    '人 名 位 人次 人（次） 人(次) 人／次 人/次 班次 场次 户次 批次 车次 所 个 间 套 台 册 件 栋 幢 座 项 次 场 节 门 篇 本 份 张 辆 部 条 块 片 处 家 户 对 轮 届 期 支 款 枚 根 株 棵 只 双 盏 面 副 幅 樘 口 宗 起 例 列 艘 架 颗 箱 桶 种 类 组 排 把 堂 课 首 部分 ' +
      '台套 台（套） 台(套) 台件 台（件） 台(件) 件套 件（套） 件(套) 套件 套（件） 套(件) 个（处） 个(处) 所（个） 所(个) 册件 ' +
      '乡 镇 乡镇 街道 社区 村 行政村 县 区 市 省 校 班 生 员 字 页 级 步 孔',
  ],
  [
    'other',
    '微克/立方米 毫克/立方米 米 公里 千米 里 厘米 毫米 延长米 延米 立方米 公斤 千克 克 斤 吨 升 毫升 千瓦 兆瓦 千瓦时 度 兆 倍 岁 周岁 番 学分 立方 斗 瓦 km m cm mm kg g t kW MW GW kWh MWh GWh TWh M Mbps Gbps MB GB TB Eflops EFLOPS ℃ 标准煤',
  ],
];

/** Where a Chinese numeral before the unit is a quantity by itself. */
const AFTER_CHINESE = new Set(
  '元 平方米 平方公里 公顷 亩 个月 周年 学年 个学年 个学期 天 小时 个小时 分钟 学时 课时 年 人 名 位 人次 班次 场次 所 间 套 台 册 栋 幢 座 次 场 节 门 篇 份 辆 户 家 届 本 公里 米 倍 番 岁 周岁 个百分点 分'.split(
    ' ',
  ),
);

/** By their first character, the longest first: most places of a text begin no unit, and one look-up tells. */
const UNITS = new Map<string, (readonly [word: string, unit: Unit])[]>();
for (const [kind, words] of KINDS) {
  for (const word of words.split(' ')) {
    const name = SAME[word] ?? word;
    const first = word[0] ?? '';
    // The last of two entries of one form counts, as it does in a table.
    const others = (UNITS.get(first) ?? []).filter(([known]) => known !== word);
    UNITS.set(first, [...others, [word, { name, kind, countsAfterChinese: AFTER_CHINESE.has(name) }]]);
  }
}
for (const words of UNITS.values()) words.sort(([a], [b]) => b.length - a.length);

/**
 * Words that begin like a unit and are none: 97分别, 3级以上, 5年级. Written as a look-ahead for each first character,
 * since a list of all words that may follow a unit would never be complete, and these few are.
 */
const NO_UNIT: readonly (readonly [string, RegExp])[] = [
  [
    '分',
    /^分(?:别|之|管|钟|为|类|级|批|校|局|公司|支|部|院|层|段|步|期|析|组|片|区|布|配|享|工|科|流|解|册|数段|数线|团)/,
  ],
  ['年', /^年(?:级|制|一贯|大计|一度|一遇|巩固|代|薪|检|报|鉴)/],
  ['个', /^个(?:别|人所|体|性)/],
  ['名', /^名(?:列|单|额|著|牌)/],
  ['人', /^人(?:均|民)/],
  ['位', /^位(?:一体|数|居|于|列|次)/],
  ['次', /^次(?:性|产业|序|日|年|要|生)/],
  ['期', /^期(?:间|末|中|刊)/],
  ['校', /^校(?:长|舍|级|际|本)/],
  ['生', /^生(?:均|活|源|产)/],
  ['村', /^村(?:级|小|民|校)/],
  ['乡', /^乡(?:村|级)/],
  ['镇', /^镇(?:级|中)/],
  ['县', /^县(?:级|城|域|委|政府|长)/],
  ['区', /^区(?:级|域|委|政府|长|间|属|教)/],
  ['市', /^市(?:级|直|委|政府|长|场|民)/],
  ['省', /^省(?:级|委|政府|长|定)/],
  ['家', /^家(?:长|庭|校|园|访)/],
  ['户', /^户(?:籍|口|外)/],
  ['周', /^周(?:边|岁|转|期|年|一|二|三|四|五|六|日)/],
  ['天', /^天(?:然|津|下)/],
  ['面', /^面(?:积|向|对|临)/],
  ['部', /^部(?:门|分|署|级|委)/],
  ['门', /^门(?:户|卫|类|前|口)/],
  ['组', /^组(?:织|长|成|建)/],
  ['员', /^员(?:工|额)/],
  ['字', /^字(?:典|第)/],
  ['级', /^级(?:以|别|学科|标|教|党|骨|名|重|优|领|统|配|财|政|部|各|示|联|督|培|网|管|安)/],
  ['步', /^步(?:入|伐|行|骤)/],
  ['条', /^条(?:件|例)/],
  ['类', /^类(?:别|似|型)/],
  ['台', /^台(?:账|湾|阶)/],
  ['场', /^场(?:所|地|馆|景)/],
  ['节', /^节(?:约|日|能|点)/],
  ['篇', /^篇(?:章|幅)/],
  ['起', /^起(?:至|到|来|点|步|草)/],
  ['本', /^本(?:科|校|级|地|县|区|市|年|学|报|届|土|次|着)/],
  ['度', /^度(?:过|假)/],
  ['元', /^元(?:月|旦)/],
  ['对', /^对(?:口|象|照|标|应|接|于|全|教|学|义)/],
  ['片', /^片(?:区)/],
  ['轮', /^轮(?:岗|流|训|换)/],
  ['课', /^课(?:程|堂|题|外|后|改|桌)/],
  ['里', /^里(?:程|面)/],
  ['口', /^口(?:岸)/],
  ['首', /^首(?:批|次|个)/],
  ['种', /^种(?:植|养)/],
  ['处', /^处(?:理|于|置|长|级)/],
  ['座', /^座(?:谈|位)/],
  ['堂', /^堂(?:堂)/],
  ['排', /^排(?:名|查|在)/],
  ['列', /^列(?:入|为|出|举|支|车|席|项|第|全|居|于|明)/],
  ['例', /^例(?:行|如)/],
  ['根', /^根(?:据|本)/],
  ['只', /^只(?:增|有|要|能)/],
  ['双', /^双(?:一流|师|减)/],
  ['支', /^支(?:持|出|部|付|教|撑)/],
  ['米', /^米(?:饭)/],
];
const noUnit = new Map<string, RegExp[]>();
for (const [first, pattern] of NO_UNIT) noUnit.set(first, [...(noUnit.get(first) ?? []), pattern]);

const LETTER = /[A-Za-z]/;

/** The unit that stands at an offset, the longest first, with its printed length; null where none stands there. */
export function unitAt(text: string, at: number): { unit: Unit; length: number } | null {
  for (const [word, unit] of UNITS.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(word, at)) continue;
    const { length } = word;
    const next = text[at + length];
    if (LETTER.test(word[0] ?? '') && next !== undefined && /[A-Za-z0-9]/.test(next)) continue;
    const exceptions = noUnit.get(word[0] ?? '');
    if (exceptions && length <= 2 && exceptions.some((pattern) => pattern.test(text.slice(at, at + 6)))) continue;
    return { unit, length };
  }
  return null;
}
