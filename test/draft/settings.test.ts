import { describe, expect, test } from 'vitest';
import { parseProjectSettings } from '../../src/draft/index.ts';
import { draftWords } from '../../src/draft/settings.ts';

const CONTEXT = {
  kinds: ['county-basic', 'county-quality', 'school'],
  standards: ['basic-balance-2012'],
  county: '青禾县',
  year: '2024',
  schools: ['青禾县实验小学', '青禾县东城学校'],
};

function refusal(text: string): readonly string[] {
  try {
    parseProjectSettings(text, 'junheng.yaml', CONTEXT);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
}

describe('the settings of a project', () => {
  test('each mistake is told with its place and what was probably meant, all at once', () => {
    const text = [
      '县名: 青河县',
      '级别: 区',
      '年份: 2023',
      '报告类型: county-basis',
      '主送单位: 市教育局',
      '日期: 2022-02-30',
      '标准: [basic-balance-2013]',
      '学校: 实验小学',
      '落款:',
      '  单位: 县政府',
      '类型: school',
    ].join('\n');
    expect(refusal(text)).toEqual([
      'junheng.yaml：第1行第5列：“县名”是青河县，数据工作簿里是青禾县，请核对是不是同一个县的数据。',
      'junheng.yaml：第2行第5列：“级别”是区，“县名”青河县却是县，文中“我县”“我区”只能用一种。',
      'junheng.yaml：第3行第5列：“年份”是2023，数据工作簿的报告年度是2024，请改成一致。',
      'junheng.yaml：第4行第7列：没有报告类型“county-basis”，是不是“county-basic”？可用：county-basic、county-quality、school。',
      expect.stringContaining('第5行第1列：没有“主送单位”这项设置，是不是“主送机关”？'),
      'junheng.yaml：第6行第5列：“日期”2022-02-30不存在，请核对。',
      expect.stringContaining('第7行第5列：没有标准“basic-balance-2013”，是不是“basic-balance-2012”？'),
      'junheng.yaml：第8行第5列：数据工作簿里没有学校“实验小学”，是不是“青禾县实验小学”？',
      expect.stringContaining('第10行第3列：“落款”应为文字'),
      'junheng.yaml：第11行第1列：“类型”与前面的“类型”是同一项设置，只能写一次。',
    ]);
  });

  test('the same key twice is told with its line', () => {
    expect(refusal('县名: 青禾县\n县名: 青禾县')).toEqual([expect.stringMatching(/第2行第1列：.*同一个键写了两次/)]);
  });

  test.each([
    ['年份: 二〇二四', '应写成2024'],
    ['日期: 2025年3月', '要写全年、月、日'],
    ['年份: 2024\n日期: 2023年12月31日', '早于报告年度2024年'],
    ['级别: 省', '“级别”应为县、区、市、旗之一'],
    ['主送机关：市政府', '冒号应是半角的'],
    ['主送机关: 甲局,乙局', '含有标点'],
  ])('%j: %s', (text, message) => {
    expect(refusal(text).join('\n')).toContain(message);
  });

  test.each([
    ['主送机关: 市政府：', '市政府'],
    ['主送机关: [市教育局, 市财政局]', '市教育局、市财政局'],
    ['主送机关:\n  - 市教育局、市财政局\n  - 各镇人民政府', '市教育局、市财政局，各镇人民政府'],
  ])('addressees are joined as official documents do: %j', (text, joined) => {
    expect(parseProjectSettings(text, 'junheng.yaml').settings.addressee).toBe(joined);
  });

  test('files of standards and a templates folder are taken as they are written; other jobs keep their keys', () => {
    const text = '标准:\n  - 本省标准.yaml\n模板文件夹: ../局里的模板\n核对规则:\n  某规则: 关\n单价:\n  图书册数: 25';
    const { standards, templates } = parseProjectSettings(text, 'junheng.yaml', CONTEXT);
    expect([standards, templates]).toEqual([['本省标准.yaml'], '../局里的模板']);
  });
});

describe('how a county speaks of itself', () => {
  test.each([
    ['清河县', undefined, '我县', '全县'],
    ['清河区', undefined, '我区', '全区'],
    ['清河市', undefined, '我市', '全市'],
    ['清河旗', undefined, '我旗', '全旗'],
    ['清河土家族自治县', undefined, '我县', '全县'],
    ['清河达斡尔族自治旗', undefined, '我旗', '全旗'],
    ['清河林区', undefined, '我区', '全区'],
    ['清河特区', undefined, '我区', '全区'],
    ['清河新区', undefined, '我区', '全区'],
    ['清河', '自治县', '我县', '全县'],
    ['清河管委会', '新区', '我区', '全区'],
  ])('%s %s: %s, %s', (county, level, we, whole) => {
    const words = draftWords(county, '2024', level);
    expect([words.get('we'), words.get('whole')]).toEqual([we, whole]);
  });
});
