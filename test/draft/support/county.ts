import type { Dataset, Datum, SchoolPart, SchoolRow } from '../../../src/model/dataset.ts';
import { Decimal } from '../../../src/model/decimal.ts';
import type { Stage } from '../../../src/model/figure.ts';
import { indicatorOf } from '../../../src/vocabulary/index.ts';

const YEAR = 2018;

/** Values of a quantity, oldest first, the last of the report's year; money in yuan. */
type Row = readonly [indicator: string, stage: Stage | null, values: readonly string[], unit?: string];

const ROWS: readonly Row[] = [
  ['population', null, ['412600']],
  ['agricultural-population', null, ['231800']],
  ['urbanization-rate', null, ['43.8']],
  ['land-area', null, ['1386']],
  ['township-count', null, ['14']],
  ['subdistrict-count', null, ['2']],
  ['village-count', null, ['236']],
  ['community-count', null, ['31']],
  ['gdp', null, ['14820000000', '15960000000']],
  ['general-budget-revenue', null, ['812000000', '868000000']],
  ['urban-income', null, ['26840', '28930']],
  ['rural-income', null, ['11260', '12300']],
  ['school-count', '小学', ['22']],
  ['school-count', '初中', ['9']],
  ['combined-school-count', null, ['3']],
  ['complete-middle-school-count', null, ['1']],
  ['special-school-count', null, ['1']],
  ['teaching-point-count', null, ['17']],
  ['class-count', '小学', ['612']],
  ['class-count', '初中', ['268']],
  ['pupils', '小学', ['24380', '24715']],
  ['pupils', '初中', ['12108', '12236']],
  ['entrants', '小学', ['4231']],
  ['entrants', '初中', ['4102']],
  ['graduates', '小学', ['4015']],
  ['graduates', '初中', ['3987']],
  ['largest-class', '小学', ['58']],
  ['largest-class', '初中', ['60']],
  ['large-class-count', null, ['31', '12']],
  ['super-large-class-count', null, ['4', '0']],
  ['staff', '小学', ['1462']],
  ['staff', '初中', ['1038']],
  ['full-time-teachers', '小学', ['1398']],
  ['full-time-teachers', '初中', ['967']],
  ['staff-establishment', null, ['2560']],
  ['staff-in-post', null, ['2491']],
  ['degree-attainment-rate', '小学', ['100']],
  ['degree-attainment-rate', '初中', ['99.8']],
  ['backbone-teachers', null, ['386']],
  ['text:市级以上骨干教师数', null, ['74'], '人'],
  ['recruited-teachers', null, ['62', '71', '85']],
  ['text:近三年招聘研究生学历教师数', null, ['19'], '人'],
  ['text:符合交流条件教师数', null, ['1120'], '人'],
  ['exchanged-teachers', null, ['108', '121', '136']],
  ['text:交流骨干教师数', null, ['31'], '人'],
  ['text:近三年交流校长数', null, ['26'], '人'],
  ['text:教师培训人次', null, ['3860', '4125', '4390'], '人次'],
  ['teacher-average-pay', null, ['61200', '65400', '69850', '74600']],
  ['civil-servant-average-pay', null, ['69100', '73900']],
  ['text:乡村教师生活补助人数', null, ['1136'], '人'],
  ['text:乡村教师生活补助资金', null, ['4089600'], '元'],
  ['text:教师周转宿舍套数', null, ['244'], '套'],
  ['education-budget', null, ['486200000', '531800000', '586400000', '648900000']],
  ['regular-revenue', null, ['612000000', '648700000', '694100000', '736500000']],
  ['fiscal-expenditure', null, ['2986000000', '3188000000', '3402000000', '3618000000']],
  ['operating-cost-per-pupil', '小学', ['6218.5', '6704.2', '7265.8', '7891.36']],
  ['operating-cost-per-pupil', '初中', ['8042.75', '8567.1', '9183.42', '9870.15']],
  ['public-funds-per-pupil', '小学', ['762.9', '821.2', '921.7', '1035.4']],
  ['public-funds-per-pupil', '初中', ['1155.4', '1266.5', '1325.6', '1408.2']],
  ['education-surcharge', null, ['10360000', '11240000', '12070000']],
  ['local-education-surcharge', null, ['6690000', '7280000', '7860000']],
  ['land-revenue-share', null, ['8350000', '9120000', '9860000']],
  ['rural-tax-transfer', null, ['6940000', '6940000', '6940000']],
  ['teacher-training-funds', null, ['2316000', '2587000', '2864000']],
  ['text:义务教育学校公用经费预算总额', null, ['33890000', '36912000', '42815000'], '元'],
  ['campus-area', '小学', ['586300']],
  ['campus-area', '初中', ['362900']],
  ['building-area', '小学', ['168900']],
  ['building-area', '初中', ['108600']],
  ['multimedia-rooms', '小学', ['598']],
  ['multimedia-rooms', '初中', ['271']],
  ['text:近三年学校建设投入资金', null, ['386540000'], '元'],
  ['text:近三年新建学校数', null, ['4'], '所'],
  ['text:近三年改扩建学校数', null, ['18'], '所'],
  ['text:近三年新增校舍面积', null, ['86420'], '平方米'],
  ['text:近三年新增运动场馆面积', null, ['118600'], '平方米'],
  ['text:近三年新增学位数', null, ['5680'], '个'],
  ['text:近三年薄弱学校改造投入资金', null, ['97430000'], '元'],
  ['text:近三年改造薄弱学校数', null, ['26'], '所'],
  ['text:近三年装备投入资金', null, ['58630000'], '元'],
  ['text:近三年新增教学仪器设备值', null, ['31260000'], '元'],
  ['text:近三年新增图书册数', null, ['186400'], '册'],
  ['text:近三年新增计算机台数', null, ['2136'], '台'],
  ['text:近三年信息化建设投入资金', null, ['26730000'], '元'],
  ['text:实验室数', null, ['148'], '间'],
  ['text:音乐美术专用教室数', null, ['112'], '间'],
  ['enrolment-rate', '小学', ['100']],
  ['enrolment-rate', '初中', ['99.92']],
  ['retention-rate', '小学', ['99.1', '99.45', '99.8']],
  ['retention-rate', '初中', ['96.3', '97.05', '97.68']],
  ['dropout-rate', '小学', ['0']],
  ['dropout-rate', '初中', ['0.31']],
  ['completion-rate', '小学', ['100']],
  ['completion-rate', '初中', ['98.7']],
  ['nine-year-retention-rate', null, ['96.4']],
  ['promotion-rate', null, ['95.6']],
  ['senior-quota-rate', null, ['50', '55', '60']],
  ['fitness-rate', '小学', ['96.41']],
  ['fitness-rate', '初中', ['94.8']],
  ['text:市级以上特色学校数', null, ['11'], '所'],
  ['text:校园足球特色学校数', null, ['8'], '所'],
  ['migrant-pupils', '小学', ['1326']],
  ['migrant-pupils', '初中', ['604']],
  ['text:公办学校就读随迁子女数', null, ['1866'], '人'],
  ['left-behind-children', '小学', ['2914']],
  ['left-behind-children', '初中', ['1187']],
  ['text:留守儿童关爱场所数', null, ['46'], '个'],
  ['disabled-children', null, ['218']],
  ['disabled-special-school', null, ['86']],
  ['disabled-inclusive', null, ['97']],
  ['disabled-home', null, ['28']],
  ['text:家庭经济困难学生资助人次', null, ['8640', '8975', '9310'], '人次'],
  ['text:家庭经济困难学生资助资金', null, ['6120000', '6480000', '6935000'], '元'],
  ['text:营养改善计划受益学生数', null, ['21480'], '人'],
  ['text:营养改善计划资金', null, ['17184000'], '元'],
  ['text:近三年县政府专题研究义务教育会议次数', null, ['23'], '次'],
  ['text:督学责任区数', null, ['8'], '个'],
  ['text:责任督学人数', null, ['36'], '人'],
  ['text:校园专职保安人数', null, ['167'], '人'],
  ['text:法治副校长人数', null, ['52'], '人'],
  ['text:民办义务教育学校数', null, ['1'], '所'],
  ['text:寄宿制学校数', null, ['13'], '所'],
  ['text:寄宿生数', null, ['3162'], '人'],
  ['text:近三年招聘紧缺学科教师数', null, ['63'], '人'],
  ['text:新招聘教师分配到农村学校人数', null, ['41'], '人'],
  ['text:近三年改造学校厕所数', null, ['38'], '座'],
  ['text:近三年改造学校食堂数', null, ['16'], '个'],
  ['text:接入互联网学校数', null, ['34'], '所'],
  ['text:近三年信息技术应用培训教师人次', null, ['2860'], '人次'],
  ['text:核定办学规模', '小学', ['25100'], '人'],
  ['text:核定办学规模', '初中', ['12800'], '人'],
  ['text:划定学区数', null, ['29'], '个'],
  ['text:近三年劝返复学学生数', null, ['12'], '人'],
  ['text:义务教育学生近视率', null, ['46.8', '46.8'], '%'],
  ['text:开展课后服务学校数', null, ['33'], '所'],
  ['text:参加课后服务学生数', null, ['23874'], '人'],
  ['text:县级以上文明校园数', null, ['21'], '所'],
  ['text:结对帮扶留守儿童数', null, ['1418'], '人'],
  ['text:资源教室数', null, ['9'], '间'],
  ['text:近三年督导学校次数', null, ['214'], '次'],
  ['text:近三年督导发现问题数', null, ['168'], '个'],
  ['text:近三年督导整改问题数', null, ['161'], '个'],
  ['text:近三年约谈问责人次', null, ['7'], '人次'],
  ['text:心理健康教师数', null, ['52'], '人'],
  ['text:封闭化管理学校数', null, ['34'], '所'],
  ['text:视频监控联网学校数', null, ['34'], '所'],
  ['text:护学岗数', null, ['46'], '个'],
  ['text:安全专项检查次数', null, ['8'], '次'],
  ['text:排查安全隐患数', null, ['127'], '处'],
  ['text:整改安全隐患数', null, ['127'], '处'],
  ['text:办学基本标准达标学校数', '小学', ['6'], '所'],
  ['text:办学基本标准达标学校数', '初中', ['4'], '所'],
  ['work-score', null, ['96.5']],
  ['text:入学机会自评得分', null, ['19.5'], '分'],
  ['text:保障机制自评得分', null, ['24'], '分'],
  ['text:教师队伍自评得分', null, ['24.5'], '分'],
  ['text:质量与管理自评得分', null, ['28.5'], '分'],
  ['satisfaction-issued', null, ['1200']],
  ['satisfaction-valid', null, ['1164']],
  ['satisfaction-satisfied', null, ['1092']],
  ['text:学生家长有效问卷数', null, ['618'], '份'],
];

/** pupils, teaching area, sports area, equipment, computers, books, teachers, above degree, intermediate title */
const SCHOOLS: readonly (readonly [SchoolPart, string, ...number[]])[] = [
  ['小学', '城关小学', 1980, 8120, 13900, 3120000, 236, 46800, 104, 99, 58],
  ['小学', '东街小学', 1640, 7010, 12100, 2580000, 201, 39900, 88, 82, 47],
  ['小学', '河口小学', 860, 4390, 8200, 1490000, 118, 22400, 52, 47, 24],
  ['小学', '柳林小学', 512, 2860, 5300, 921000, 74, 13900, 33, 29, 14],
  ['小学', '石桥小学', 388, 2310, 4480, 718000, 58, 11000, 27, 23, 11],
  ['小学', '北塬学校小学部', 436, 2480, 4620, 790000, 63, 12100, 29, 25, 12],
  ['初中', '第一初级中学', 1820, 9350, 17800, 4310000, 262, 62800, 132, 118, 71],
  ['初中', '第二初级中学', 1460, 7820, 15200, 3520000, 218, 51400, 109, 96, 56],
  ['初中', '河口初级中学', 620, 3710, 7600, 1610000, 101, 23100, 51, 43, 22],
  ['初中', '北塬学校初中部', 315, 2020, 4300, 852000, 55, 12300, 28, 23, 11],
];

const AMOUNTS = [
  'pupils',
  'teaching-area',
  'sports-area',
  'equipment-value',
  'computers',
  'books',
  'full-time-teachers',
  'teachers-above-required-degree',
  'teachers-intermediate-title',
] as const;

/** A fictional county with every figure that the report kind asks for. */
export function fullCounty(): Dataset {
  return {
    county: '清河县',
    year: String(YEAR),
    schools: schools(),
    data: ROWS.flatMap((row, index) => data(row, index)),
  };
}

/** The same county in a bad year: every series of several years runs backwards. */
export function fallingCounty(): Dataset {
  const rows = ROWS.map(([indicator, stage, values, unit]): Row => {
    const turned = [...values].reverse();
    return unit === undefined ? [indicator, stage, turned] : [indicator, stage, turned, unit];
  });
  return { ...fullCounty(), data: rows.flatMap((row, index) => data(row, index)) };
}

/** A county that has given nothing yet. */
export function emptyCounty(): Dataset {
  return { county: '清河县', year: String(YEAR), schools: [], data: [] };
}

/** A dataset without what a test takes away. */
export function without(dataset: Dataset, ...indicators: readonly string[]): Dataset {
  return { ...dataset, data: dataset.data.filter((datum) => !indicators.includes(datum.indicator)) };
}

function data([indicator, stage, values, unit]: Row, index: number): Datum[] {
  return values.map((value, place) => ({
    indicator,
    stage,
    period: String(YEAR - (values.length - 1 - place)),
    scope: null,
    value: new Decimal(value),
    unit: unit ?? indicatorOf(indicator)?.unit ?? null,
    source: { sheet: '县级数据', cell: `E${index * 4 + place + 2}` },
    definition: null,
    asOf: null,
    office: null,
  }));
}

function schools(): SchoolRow[] {
  return SCHOOLS.map(([part, name, ...amounts], index) => ({
    name,
    part,
    type: name.includes('学校') ? '九年一贯制学校' : part === '小学' ? '小学' : '初级中学',
    owner: '县级公办',
    excluded: null,
    amounts: new Map(AMOUNTS.map((id, place) => [id, new Decimal(amounts[place] ?? 0)])),
    source: { sheet: '学校', row: index + 2 },
  }));
}

/** A dataset with another series of a quantity, oldest first. */
export function withSeries(
  dataset: Dataset,
  indicator: string,
  stage: Stage | null,
  values: readonly string[],
): Dataset {
  const others = dataset.data.filter((datum) => datum.indicator !== indicator || datum.stage !== stage);
  return { ...dataset, data: [...others, ...data([indicator, stage, values], 500)] };
}
