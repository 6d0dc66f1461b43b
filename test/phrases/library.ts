import { reportOf } from '../support/read.ts';
import {
  minePhrases,
  type Mined,
  PhraseIndex,
  printLibrary,
  readLibrary,
  type Segmenter,
} from '../../src/phrases/index.ts';
import type { Phrase } from '../../src/phrases/index.ts';
import type { SearchableLibrary } from '../../src/phrases/index.ts';

/** Invented reports of invented counties. */
export const REPORTS: Readonly<Record<string, string>> = {
  '青禾.txt': `青禾县2024年义务教育基本均衡发展自评报告
一、基本情况
青禾县位于明川市西部，全县现有义务教育学校38所，其中小学26所、初中12所。
二、主要做法
（一）加强队伍建设
2024年，全县补充教师86名，交流轮岗教师112人，占应交流教师的11.2%。
县财政安排教师培训经费320万元，做到专款专用。
三年来，县政府先后召开专题会议，研究解决控辍保学、大班额等突出问题。
（二）改善办学条件
一是新建改建校舍，补齐农村短板。投入资金1200万元，新建校舍8600平方米，河东镇中心小学整体搬迁。二是配齐图书设备，方便学生借阅。小学、初中生均图书分别达到25.3册和36.1册。
三、存在问题
部分农村学校音乐、体育、美术教师仍然不足，缺编45人。
四、下步打算
县长李国强同志要求，到2025年全县消除56人以上大班额。
`,
  '石桥.txt': `石桥县2023年义务教育基本均衡发展自评报告
一、基本情况
全县现有义务教育学校52所，其中小学34所、初中18所。
二、主要做法
2023年，全县补充教师51名，交流轮岗教师97人，占应交流教师的10.4%。
县财政安排教师培训经费210万元，做到专款专用。
`,
  '南浦.txt': `南浦区2024年义务教育优质均衡发展自评报告
一、基本情况
全区现有义务教育学校61所，其中小学40所、初中21所。
二、主要做法
区财政安排教师培训经费560万元，做到专款专用。
`,
};

export function minedReports(names: readonly string[] = Object.keys(REPORTS)): Mined[] {
  return names.map((name) => minePhrases(reportOf(REPORTS[name] ?? ''), name));
}

export function searchable(phrases: readonly Phrase[], segmenter: Segmenter): SearchableLibrary {
  const lines = readLibrary(printLibrary(phrases), '短语库.jsonl');
  return { name: '短语库.jsonl', lines, index: PhraseIndex.build(lines, segmenter) };
}
