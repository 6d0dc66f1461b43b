import { stringify } from 'yaml';

/** A county of our own: what its workbook holds, and reports that quote it soundly, their numbers worked out here and not in src. */
export interface OwnCounty {
  readonly name: string;
  /** As `init --sample` takes it. */
  readonly yaml: string;
  readonly reports: readonly { readonly name: string; readonly text: string }[];
}

const COLUMNS = [
  'name',
  'part',
  'type',
  'owner',
  'pupils',
  'class-count',
  'largest-class',
  'full-time-teachers',
  'teachers-above-required-degree',
  'teachers-intermediate-title',
  'teaching-area',
  'sports-area',
  'equipment-value',
  'computers',
  'books',
  'backbone-teachers',
  'sports-arts-teachers',
  'multimedia-rooms',
  'indoor-sports-area',
  'staff',
  'campus-area',
  'building-area',
  'senior-pupils',
  'leftOut',
  'conditions',
] as const;
type Column = (typeof COLUMNS)[number];
export type OwnRow = Readonly<Partial<Record<Column, string | number>>>;

/** A school whose amounts follow from its pupils and a number that makes it unlike the others. */
function school(
  name: string,
  part: '小学' | '初中',
  pupils: number,
  turn: number,
  more: OwnRow & { readonly shared?: number } = {},
): OwnRow {
  const { shared = pupils, ...rest } = more;
  const classes = Math.max(1, Math.round(pupils / 41));
  const teachers = Math.max(2, Math.round(pupils / (part === '小学' ? 17.4 : 12.6)) + (turn % 3));
  return {
    name,
    part,
    type: part === '小学' ? '小学' : '初级中学',
    owner: '县级公办',
    pupils,
    'class-count': classes,
    'largest-class': Math.ceil(pupils / classes) + (turn % 4),
    'full-time-teachers': teachers,
    'teachers-above-required-degree': teachers - (turn % 4),
    'teachers-intermediate-title': Math.floor(teachers * (0.44 + (turn % 5) / 20)),
    'teaching-area': Math.round(shared * (4.6 + (turn % 6) * 0.31)),
    'sports-area': Math.round(shared * (7.7 + (turn % 7) * 0.43)),
    'equipment-value': Math.round(shared * (21 + (turn % 5) * 1.7)) * 100,
    computers: Math.round(shared * (0.13 + (turn % 4) * 0.017)),
    books: Math.round(shared * (23.7 + (turn % 8) * 1.13)),
    'backbone-teachers': Math.max(1, Math.floor(teachers / 7)),
    'sports-arts-teachers': Math.max(1, Math.floor(teachers / 6)),
    'multimedia-rooms': Math.ceil(shared / 41) + 1 + (turn % 3),
    'indoor-sports-area': 0,
    staff: teachers + 2 + (turn % 5),
    'campus-area': Math.round(shared * (22.4 + turn)),
    'building-area': Math.round(shared * (8.1 + (turn % 5) * 0.6)),
    ...rest,
  };
}

interface OwnDatum {
  readonly indicator: string;
  readonly stage?: string;
  readonly unit?: string;
  readonly values: Readonly<Record<string, number>>;
}

function yamlOf(county: string, schools: readonly OwnRow[], data: readonly OwnDatum[], work: boolean): string {
  return stringify({
    county,
    year: '2024',
    settings: { 县名: county, 年份: '2024' },
    basics: { 填报单位: `${county}教育局` },
    schools: { columns: COLUMNS, rows: schools.map((row) => COLUMNS.map((column) => row[column] ?? null)) },
    data: data.map((datum) => ({ ...datum, asOf: '2024年9月1日', office: '规划股' })),
    ...(work
      ? {
          satisfaction: {
            definition: '满意含比较满意',
            asOf: '2024年11月',
            office: '督导室',
            groups: { 学生家长: [820, 806, 769], 教师: [260, 257, 249] },
          },
        }
      : {}),
  });
}

const sum = (rows: readonly OwnRow[], column: Column): number =>
  rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
const per = (rows: readonly OwnRow[], column: Column, places = 2, times = 1): string =>
  ((sum(rows, column) * times) / sum(rows, 'pupils')).toFixed(places);
const growth = (now: number, before: number, places = 2): string => (((now - before) / before) * 100).toFixed(places);
const share = (part: number, whole: number, places = 2): string => ((part / whole) * 100).toFixed(places);

/** √(Σp(x−x̄)²÷Σp)÷x̄ on the rows' values per pupil. */
function coefficient(rows: readonly OwnRow[], column: Column): string {
  const pupils = sum(rows, 'pupils');
  const mean = sum(rows, column) / pupils;
  const spread = rows.reduce((total, row) => {
    const own = Number(row.pupils);
    return total + own * (Number(row[column]) / own - mean) ** 2;
  }, 0);
  return (Math.sqrt(spread / pupils) / mean).toFixed(3);
}

const MONEY = { '2021': 184620.35, '2022': 197254.18, '2023': 208416.72, '2024': 221873.46 };

function district(): OwnCounty {
  const name = '锦澜区';
  const open = ['锦江路', '望澜', '翠屏', '文昌阁', '朝晖', '柳荫', '滨海', '新港'];
  const primary = open.map((word, index) => school(`${name}${word}小学`, '小学', 1240 + 173 * index, index));
  const junior = ['第一', '第四', '第七', '港城'].map((word, index) =>
    school(`${name}${word}中学`, '初中', 1370 + 211 * index, index + 2),
  );
  const whole = { type: '九年一贯制学校', conditions: '全校', shared: 1500 };
  const nine = [school('海棠湾学校', '小学', 940, 3, whole), school('海棠湾学校', '初中', 560, 3, { ...whole })];
  const own = [
    school('博闻双语小学', '小学', 816, 1, { owner: '民办' }),
    school('启明外国语小学', '小学', 654, 4, { owner: '民办' }),
    school('博闻实验中学', '初中', 728, 2, { owner: '民办' }),
  ];
  const rows = [...primary, ...junior, ...nine, ...own];
  const of = (part: string) => rows.filter((row) => row.part === part);
  const [pri, jun] = [sum(of('小学'), 'pupils'), sum(of('初中'), 'pupils')];
  const [priTeachers, junTeachers] = [sum(of('小学'), 'full-time-teachers'), sum(of('初中'), 'full-time-teachers')];
  const before = { pri: pri + 214, jun: jun - 187 };
  const rate = { pri: 99.92, jun: 99.41 };
  const data: OwnDatum[] = [
    { indicator: 'population', unit: '万人', values: { '2024': 86.47 } },
    { indicator: 'urbanization-rate', values: { '2024': 91.36 } },
    { indicator: 'gdp', unit: '亿元', values: { '2023': 798.21, '2024': 846.35 } },
    { indicator: 'general-budget-revenue', unit: '亿元', values: { '2023': 57.48, '2024': 61.29 } },
    { indicator: 'school-count', stage: '小学', values: { '2024': 10 } },
    { indicator: 'school-count', stage: '初中', values: { '2024': 5 } },
    { indicator: 'pupils', stage: '小学', values: { '2023': before.pri, '2024': pri } },
    { indicator: 'pupils', stage: '初中', values: { '2023': before.jun, '2024': jun } },
    { indicator: 'full-time-teachers', stage: '小学', values: { '2024': priTeachers } },
    { indicator: 'full-time-teachers', stage: '初中', values: { '2024': junTeachers } },
    { indicator: 'education-budget', unit: '万元', values: MONEY },
    { indicator: 'fiscal-expenditure', unit: '万元', values: { '2023': 987451.2, '2024': 1026384.9 } },
    { indicator: 'public-funds-per-pupil', stage: '小学', values: { '2023': 1326.4, '2024': 1391.75 } },
    { indicator: 'public-funds-per-pupil', stage: '初中', values: { '2023': 1744.82, '2024': 1820.36 } },
    { indicator: 'retention-rate', stage: '小学', values: { '2024': rate.pri } },
    { indicator: 'retention-rate', stage: '初中', values: { '2024': rate.jun } },
    { indicator: 'migrant-pupils', stage: '小学', values: { '2024': 3184 } },
    { indicator: 'migrant-pupils', stage: '初中', values: { '2024': 1127 } },
    { indicator: 'text:近三年新增学位数', unit: '个', values: { '2024': 7260 } },
    { indicator: 'text:近三年学校建设投入资金', unit: '万元', values: { '2024': 92640 } },
    { indicator: 'text:集团化办学成员学校数', unit: '所', values: { '2024': 17 } },
    { indicator: 'text:课后服务参与学生数', unit: '人', values: { '2024': 21436 } },
    { indicator: 'exchanged-teachers', values: { '2022': 208, '2023': 231, '2024': 246 } },
  ];
  const total = pri + jun;
  const briefing = `${name}推进义务教育均衡发展情况汇报

2024年，我区坚持把教育摆在优先发展的位置，现将有关情况汇报如下。
一、基本情况
全区常住人口86.47万人，城镇化率91.4%。2024年，地区生产总值846.35亿元，比上年增长${growth(846.35, 798.21)}%；一般公共预算收入61.29亿元，同比增长${growth(61.29, 57.48, 1)}%。
全区义务教育阶段在校生${total}人，其中小学${pri}人、初中${jun}人；小学、初中专任教师分别为${priTeachers}人和${junTeachers}人。与上年相比，小学在校生减少${before.pri - pri}人，初中在校生增加${jun - before.jun}人。
二、主要做法
（一）加大投入。2024年一般公共预算教育经费${(MONEY['2024'] / 10000).toFixed(2)}亿元，比上年增长${growth(MONEY['2024'], MONEY['2023'])}%，占财政支出的${share(MONEY['2024'], 1026384.9)}%。2021—2024年，一般公共预算教育经费分别为184620.35万元、197254.18万元、208416.72万元和221873.46万元。小学、初中生均公用经费分别达到1391.75元和1820.36元。
（二）扩充学位。近三年投入学校建设资金9.26亿元，新增学位7260个。组建教育集团，成员学校17所。
（三）促进公平。义务教育阶段在读随迁子女${3184 + 1127}人，其中小学3184人、初中1127人。2022—2024年累计交流教师${208 + 231 + 246}人，其中2024年交流246人。参与课后服务的学生21436人。
（四）提高质量。小学、初中巩固率分别为99.92%和99.41%。
`;
  const all = [...of('小学')];
  const about = `${name}人民政府关于义务教育均衡发展工作情况的报告

主任、各位副主任、各位委员：
2024年，全区小学在校生${(pri / 10000).toFixed(2)}万人，初中在校生约${(jun / 10000).toFixed(1)}万人，专任教师${priTeachers + junTeachers}人。全区常住人口86万余人。
各校办学条件持续改善。${name}锦江路小学现有学生${primary[0]?.pupils}人，专任教师${primary[0]?.['full-time-teachers']}人，图书${primary[0]?.books}册。海棠湾学校现有学生1500人，图书${nine[0]?.books}册，计算机${nine[0]?.computers}台。
民办学校共有在校生${sum(own, 'pupils')}人。全区小学共有教学班${sum(all, 'class-count')}个。
2024年教育经费占财政支出比例为${share(MONEY['2024'], 1026384.9)}%，一般公共预算教育经费达22亿元以上。2023年小学、初中生均公用经费分别为1326.4元、1744.82元。
`;
  return {
    name,
    yaml: yamlOf(name, rows, data, false),
    reports: [
      { name: '汇报.txt', text: briefing },
      { name: '报告.txt', text: about },
    ],
  };
}

function mountain(): OwnCounty {
  const name = '云岫县';
  const places = ['城关', '桐木', '石梁', '青崖', '野鹤', '双涧'];
  const primary = places.map((word, index) =>
    school(word === '城关' ? `${name}${word}小学` : `${word}镇中心小学`, '小学', 214 + 91 * ((index * 2) % 7), index),
  );
  const points = ['岭脚', '竹溪', '高坳', '半坡'].map((word, index) =>
    school(`${word}教学点`, '小学', 7 + 4 * index, index, {
      type: '教学点',
      books: undefined as never,
      computers: undefined as never,
      staff: 2 + index,
      'full-time-teachers': 2,
      'teachers-above-required-degree': 1,
      'teachers-intermediate-title': 1,
      'backbone-teachers': 0,
      'sports-arts-teachers': 0,
      'largest-class': 7 + 4 * index,
    }),
  );
  const junior = ['民族中学', '第二中学', '桐木镇初级中学'].map((word, index) =>
    school(word.startsWith('桐') ? word : `${name}${word}`, '初中', 486 + 137 * index, index + 1),
  );
  const rows = [...primary, ...points, ...junior];
  const [pri, jun] = [sum([...primary, ...points], 'pupils'), sum(junior, 'pupils')];
  const data: OwnDatum[] = [
    { indicator: 'population', unit: '人', values: { '2024': 78364 } },
    { indicator: 'township-count', values: { '2024': 11 } },
    { indicator: 'teaching-point-count', values: { '2024': 4 } },
    { indicator: 'education-budget', unit: '万元', values: { '2022': 16824.5, '2023': 17931.8, '2024': 19046.2 } },
    { indicator: 'retention-rate', stage: '小学', values: { '2023': 99.1, '2024': 99.3 } },
    { indicator: 'retention-rate', stage: '初中', values: { '2023': 96.84, '2024': 97.25 } },
    { indicator: 'left-behind-children', stage: '小学', values: { '2024': 347 } },
    { indicator: 'left-behind-children', stage: '初中', values: { '2024': 218 } },
    { indicator: 'disabled-children', values: { '2024': 63 } },
    { indicator: 'disabled-special-school', values: { '2024': 0 } },
    { indicator: 'disabled-inclusive', values: { '2024': 47 } },
    { indicator: 'disabled-home', values: { '2024': 14 } },
    { indicator: 'text:寄宿制学校数', unit: '所', values: { '2024': 7 } },
    { indicator: 'text:寄宿生数', unit: '人', values: { '2024': 1428 } },
    { indicator: 'text:营养改善计划资金', unit: '万元', values: { '2022': 186.2, '2023': 191.4, '2024': 193.7 } },
    { indicator: 'text:营养改善计划受益学生数', unit: '人', values: { '2024': 3526 } },
    { indicator: 'text:乡村教师生活补助资金', unit: '万元', values: { '2024': 148.36 } },
    { indicator: 'text:乡村教师生活补助人数', unit: '人', values: { '2024': 274 } },
    { indicator: 'recruited-teachers', values: { '2022': 18, '2023': 21, '2024': 24 } },
  ];
  const congress = `${name}人民政府关于义务教育基本均衡发展情况的报告
——在${name}第十七届人民代表大会常务委员会第二十一次会议上

主任、各位副主任、各位委员：
受县人民政府委托，现将2024年全县义务教育基本均衡发展情况报告如下，请予审议。
一、基本情况
全县辖11个乡镇，常住人口7.84万人。义务教育阶段在校生${pri + jun}人，其中小学${pri}人、初中${jun}人。现有小学教学点4个，寄宿制学校7所，寄宿生1428人。
二、主要工作
一是保障经费投入。2022年、2023年、2024年一般公共预算教育经费分别为1.68亿元、1.79亿元、1.90亿元，2024年比上年增长${growth(19046.2, 17931.8)}%。
二是改善学生营养。2022—2024年共安排营养改善计划资金${(186.2 + 191.4 + 193.7).toFixed(1)}万元，其中2024年193.7万元，受益学生3526人。
三是稳定乡村教师。三年共招聘教师${18 + 21 + 24}人，其中2024年招聘24人。2024年发放乡村教师生活补助148.36万元，惠及教师274人。
四是关爱特殊群体。全县义务教育阶段留守儿童${347 + 218}人，其中小学347人、初中218人，占在校生的${share(347 + 218, pri + jun)}%。适龄残疾儿童少年63人，已入学61人，其中随班就读47人、送教上门14人，入学率为${share(61, 63)}%。
三、质量情况
小学、初中巩固率分别为99.3%和97.25%，分别比上年提高0.2个百分点和${(97.25 - 96.84).toFixed(2)}个百分点。2023年，小学、初中巩固率分别为99.1%和96.84%。
四、存在的问题
列入测算的小学生均图书${per(primary, 'books')}册、初中${per(junior, 'books')}册，每百名学生拥有计算机小学${per(primary, 'computers', 2, 100)}台、初中${per(junior, 'computers', 2, 100)}台。小学生均图书差异系数为${coefficient(primary, 'books')}，初中为${coefficient(junior, 'books')}。有的乡镇小学在校生不足300人。
五、下一步打算
到2027年，小学巩固率达到99.8%以上，全县一般公共预算教育经费力争达到2.3亿元。
`;
  const selfReport = `${name}义务教育基本均衡发展自评报告

一、学校情况
2024年，全县小学共有专任教师${sum([...primary, ...points], 'full-time-teachers')}人，初中${sum(junior, 'full-time-teachers')}人。2024年秋季学期，初中教学班${sum(junior, 'class-count')}个。
| 项目 | 2022年 | 2023年 | 2024年 |
| --- | --- | --- | --- |
| 一般公共预算教育经费（万元） | 16824.5 | 17931.8 | 19046.2 |
| 营养改善计划资金（万元） | 186.2 | 191.4 | 193.7 |
| 招聘教师数（人） | 18 | 21 | 24 |

${name}城关小学现有学生${primary[0]?.pupils}人。桐木镇中心小学在校生${primary[1]?.pupils}人、教学班${primary[1]?.['class-count']}个。岭脚教学点在校生7人。
`;
  return {
    name,
    yaml: yamlOf(name, rows, data, false),
    reports: [
      { name: '人大报告.txt', text: congress },
      { name: '自评报告.md', text: selfReport },
    ],
  };
}

function quality(): OwnCounty {
  const name = '澄溪市';
  const words = ['实验', '东门', '西园', '南浦', '北辰', '临津'];
  const primary = words.map((word, index) => school(`${name}${word}小学`, '小学', 630 + 142 * index, index));
  const left = school(`${name}新澄小学`, '小学', 96, 5, { leftOut: '2024年秋季新办，未招满' });
  const privateOne = school('致远小学', '小学', 512, 2, { owner: '民办' });
  const junior = ['一中', '二中', '三中'].map((word, index) =>
    school(`${name}${word}`, '初中', 860 + 95 * index, index),
  );
  const middle = school(`${name}高级中学`, '初中', 430, 4, {
    type: '完全中学',
    conditions: '全校',
    shared: 1630,
    'senior-pupils': 1200,
  });
  const rows = [...primary, left, privateOne, ...junior, middle];
  const counted = [...primary, privateOne];
  const pri = sum([...counted, left], 'pupils');
  const jun = sum([...junior, middle], 'pupils');
  const data: OwnDatum[] = [
    { indicator: 'pupils', stage: '小学', values: { '2023': pri - 88, '2024': pri } },
    { indicator: 'pupils', stage: '初中', values: { '2023': jun + 41, '2024': jun } },
    {
      indicator: 'full-time-teachers',
      stage: '小学',
      values: { '2024': sum([...counted, left], 'full-time-teachers') },
    },
    { indicator: 'education-budget', unit: '万元', values: { '2022': 61274.8, '2023': 65391.2, '2024': 70113.5 } },
    { indicator: 'teacher-average-pay', values: { '2023': 108642, '2024': 113875 } },
    { indicator: 'civil-servant-average-pay', values: { '2023': 107990, '2024': 112406 } },
    { indicator: 'text:市级以上骨干教师数', unit: '人', values: { '2024': 127 } },
    { indicator: 'text:智慧校园建设投入资金', unit: '万元', values: { '2024': 2386 } },
    { indicator: 'fitness-rate', stage: '小学', values: { '2024': 97.48 } },
    { indicator: 'fitness-rate', stage: '初中', values: { '2024': 96.15 } },
  ];
  const names = primary.slice(0, 3);
  const text = `# ${name}义务教育优质均衡发展自评报告

2024年，我市对照《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）开展自评，现将情况报告如下。

## 一、基本情况

全市小学在校生${pri}人，比上年增长${growth(pri, pri - 88)}%；初中在校生${jun}人，比上年下降${growth(jun + 41 - 41, jun + 41).replace('-', '')}%。小学专任教师${sum([...counted, left], 'full-time-teachers')}人。列入测算的小学${counted.length}所、初中4所。

## 二、资源配置

小学每百名学生拥有高于规定学历教师${per(counted, 'teachers-above-required-degree', 2, 100)}人，每百名学生拥有县级以上骨干教师${per(counted, 'backbone-teachers', 2, 100)}人。小学生均教学及辅助用房面积${per(counted, 'teaching-area')}平方米，生均体育运动场馆面积${per(counted, 'sports-area')}平方米，生均教学仪器设备值${per(counted, 'equipment-value')}元。小学生均教学及辅助用房面积差异系数为${coefficient(counted, 'teaching-area')}，生均体育运动场馆面积差异系数为${coefficient(counted, 'sports-area')}。

| 学校 | 学生数（人） | 专任教师（人） | 图书（册） |
| --- | --- | --- | --- |
${names.map((row) => `| ${row.name} | ${row.pupils} | ${row['full-time-teachers']} | ${row.books} |`).join('\n')}
| ${middle.name} | ${middle.pupils} | ${middle['full-time-teachers']} | ${middle.books} |

## 三、政府保障

2022—2024年，一般公共预算教育经费分别为6.13亿元、6.54亿元和7.01亿元，2024年比上年增长${growth(70113.5, 65391.2)}%。教师年平均工资113875元，高于当地公务员年平均工资112406元。智慧校园建设投入2386万元。现有市级以上骨干教师127人。

## 四、教育质量

小学、初中学生体质健康合格率分别为97.48%和96.15%。
`;
  return { name, yaml: yamlOf(name, rows, data, false), reports: [{ name: '优质均衡自评.md', text }] };
}

/** A city district with private schools, a mountain county with teaching points and holes, a city for quality balance. */
export const OWN_COUNTIES: readonly OwnCounty[] = [district(), mountain(), quality()];
