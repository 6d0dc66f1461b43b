import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../src/jobs/check.ts';
import { checkData } from '../../src/jobs/check-data.ts';
import { initProject } from '../../src/jobs/init.ts';
import { readWorkbook } from '../../src/read/workbook/index.ts';
import { bundledKind } from '../draft/support/bundled.ts';

const root = new URL('../../', import.meta.url);
const { workbook } = await initProject({
  kind: { name: 'kind.yaml', text: bundledKind().files.get('kind.yaml') ?? '' },
  year: '2024',
  sample: { name: 'county.yaml', text: readFileSync(new URL('corpus/sample/county.yaml', root), 'utf8') },
});
const given = { file: '数据.xlsx', dataset: await readWorkbook('数据.xlsx', workbook) };
const HEAD = '青禾县2024年义务教育均衡发展自评报告\n2024年，全县小学在校生18216人，初中在校生8972人。\n';

/** Sentences of a sound report whose numbers stand near one of the workbook's and are another thing's: parts, places, plans, times. */
const OTHER_THINGS = [
  '白石镇留守儿童187人，建有关爱场所4个。',
  '2024年，为农村学校招聘教师41人。',
  '投入1860万元改造学校13所，其中白石镇中心小学投入286万元。',
  '2024年安排营养改善计划资金中央部分884.6万元，受益学生9846人。',
  '2025年计划招聘教师60人，新增学位1260个。',
  '近五年新增学位5260个，新建学校5所。',
  '“十三五”期间投入学校建设资金2.64亿元，新增校舍78830平方米。',
  '2023年发放资助资金401.28万元，资助学生6387人次。',
  '2024年春季学期资助学生3251人次，发放资金208.36万元。',
  '城区小学在校生7890人，占全县小学在校生的43.31%。',
  '全县优秀教师308人中市级以上105人。',
  '其中女教师1028人，占专任教师的57.37%。',
  '培训校长126人次，培训骨干教师308人次。',
  '2024年县财政安排教育费附加1418.55万元，其中用于学校建设1018.55万元。',
  '安排2025年教育费附加1450万元。',
  '小学、初中生均公用经费基准定额分别为720元和940元。',
  '小学生均图书达到15册以上，初中达到25册以上。',
  '小学综合差异系数由2022年的0.352降至0.330。',
  '县实验小学综合楼建筑面积5577平方米，投资1557万元。',
  '聘任责任督学34人，其中专职督学6人、兼职督学28人。',
  '2024年交流轮岗校长5人、教师149人。',
  '近三年交流校长14人，交流骨干教师96人。',
  '发放教师问卷180份，回收178份；发放家长问卷640份，回收624份。',
  '教师周转宿舍286套，在建48套，规划建设120套。',
  '全县有留守儿童1673人，其中随父母一方生活的1137人。',
  '随班就读69人，其中小学42人、初中27人。',
  '全市小学六年巩固率99.78%，我县高于全市0.09个百分点。',
  '高中阶段毛入学率达到97.64%。',
  '2024年全县公办幼儿园在园幼儿5216人，专任教师364人。',
  '全县普通高中在校生5472人，教职工412人。',
  '学前教育专任教师386人，教师学历达标率98.1%。',
  '义务教育阶段在校生较2020年减少1271人。',
  '小学专任教师中，本科及以上学历712人，占67.49%。',
  '农村小学专任教师552人，初中专任教师287人。',
  '全县已建成多媒体教室721间，其中农村学校412间。',
  '2022年以来，新增计算机1148台，更新计算机648台。',
  '三年来累计投入信息化建设资金1562万元，其中2024年562万元。',
  '义务教育学校校园占地73.5万平方米。',
  '生均教学仪器设备值小学2827.53元、初中3045.4元，分别比2023年增加126元和158元。',
  '省定标准为生均校舍面积6.35平方米。',
  '第三实验小学在校生1252人，教学班32个。',
  '实验小学教育集团共有学生5652人，专任教师274人。',
  '城关片区6所学校在校生7826人，图书17万册。',
  '两所学校共有图书86181册。',
  '中考综合合格率87.5%，较上年提高1.9个百分点。',
  '学生体质健康优良率56.83%。',
  '初中学生近视率58.74%，比上年下降0.9个百分点。',
  '小学专任教师1055人，其中音体美教师155人、科学教师96人。',
  '到县外就读的学生1287人。',
  '全县中小学在校生32660人（含普通高中5472人）。',
];

test.each(OTHER_THINGS)('nothing is told of %s', async (sentence) => {
  const checked = checkData(await check('报告.txt', new TextEncoder().encode(`${HEAD}${sentence}\n`), []), given);
  const told = checked.result.findings.filter(({ rule }) => rule.startsWith('data-'));
  expect(told.map(({ message }) => message)).toEqual([]);
});
