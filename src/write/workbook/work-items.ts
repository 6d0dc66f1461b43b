/** An item of the county government's work as the template prints it. */
export interface PrintedWorkItem {
  readonly code: string;
  readonly group: string;
  readonly name: string;
}

const GROUPS = { A: '入学机会', B: '保障机制', C: '教师队伍', D: '质量与管理' } as const;

/** The 17 items of basic balance (教督〔2012〕3号) in four groups; provinces add their own rows and set the points. */
export const WORK_ITEMS: readonly PrintedWorkItem[] = [
  item('A1', '将进城务工人员随迁子女就学纳入当地教育发展规划，纳入财政保障体系'),
  item('A2', '建立以政府为主导、社会各方面广泛参与的留守儿童关爱体系'),
  item('A3', '三类残疾儿童少年入学率不低于80%'),
  item('A4', '优质普通高中招生名额分配到县域内初中的比例逐步提高'),
  item('B1', '建立义务教育均衡发展责任、监督和问责机制'),
  item('B2', '义务教育经费在财政预算中单列，近三年教育经费做到“三个增长”'),
  item('B3', '推进学校标准化建设，制定并有效实施了薄弱学校改造计划，财政性教育经费向薄弱学校倾斜'),
  item('B4', '农村税费改革转移支付资金用于义务教育的比例达到省级规定要求'),
  item('C1', '全面实施义务教育绩效工资制度'),
  item('C2', '义务教育学校学科教师配备合理，生师比达到省定编制标准'),
  item('C3', '建立并有效实施了县域内义务教育学校校长和教师定期交流制度'),
  item('C4', '落实教师培训经费，加强教师培训'),
  item('D1', '按照国家规定的义务教育课程方案开齐开足课程'),
  item('D2', '小学、初中巩固率达到省级规定标准'),
  item('D3', '小学、初中学生体质健康及格率达到省级规定标准'),
  item('D4', '义务教育阶段不存在重点学校和重点班，公办义务教育择校现象得到基本遏制'),
  item('D5', '中小学生过重的课业负担得到有效减轻'),
];

function item(code: string, name: string): PrintedWorkItem {
  return { code, group: GROUPS[code.charAt(0) as keyof typeof GROUPS], name };
}
