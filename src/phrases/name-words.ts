import { NEUTRAL, SCOPES } from '../vocabulary/words.ts';
import type { NameKind } from './names.ts';

/** What the name of a school ends with, the longest first. */
export const SCHOOL_TYPES: readonly string[] = [
  '九年一贯制学校',
  '特殊教育学校',
  '初级中学',
  '高级中学',
  '完全中学',
  '中心小学',
  '实验小学',
  '实验中学',
  '中心学校',
  '中心校',
  '幼儿园',
  '教学点',
  '小学',
  '中学',
  '高中',
  '学校',
];

/** The surnames that most people bear; none that mostly begins another word (高, 方, 成, 关, 解, 经). */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹褚娄甘宫佟苗单岳霍缪喻柴蒙臧楚荆苟尚费盛游';

/** What stands before the last part of a county's or a township's name and makes it none. */
const NO_PLACE =
  /^(?:全|我|本|该|各|每|两|外|邻|兄弟|所在|所属|周边|有关|相关|其他|部分|个别|多数|整个|县|市|区|乡|镇|村|城|山|农|牧|林|矿|老|新|主城|中心|试点|先进|示范|贫困|脱贫|重点|优质|基本|均衡|创建|达标|人口|教育|社|学|片|校|园|辖|地|小|场|库|灾|景|厂|牧|管委|开发|高新|经济|行政|自然|建制|中心|重|城乡|撤|特色|偏远|边远|文明|卫生|生态|旅游|大|强|弱|直辖|设区|地级|县级|省|盟)+(?:自治县|自治旗|县|市|区|旗|州|盟|镇|乡|村|街道|街道办事处|社区|办事处)$/u;
/** No name has these in it. */
const WITHIN =
  /[的了和与及在对为有所等是从到共各其个不把被让着过均已也又还并而即将含达创争评报设建送]|[一二三四五六七八九十两]个|全[县区市旗校国省]|我[县区市旗校]|义务|教育(?!学院)|均衡|标准|发展|工作|政府|人民|推进|发挥|组织|依托|统筹|全面|加强|实施|促进|开展|提高|落实|完善|加大|扩大|覆盖|项目|国培|国家|规划|做好|特色|传统|规范|年度|巩固|申请|部分|参加|举办|通过|以上|以下|先后|继续|努力|积极|切实|进一步|深入|带动|支援|帮助|协调|领导|考核|验收|督导|管理|改造|投入|安排|解决|确定|确保|保障|优化|整合|布局|撤并|我们|他们|目前|近年|现有|辖|缩小|新增|每年|今年|去年|加快|化解|依据|距离|抓好|享受|征收|执行|出台|升国|功能|施教|人才|以县|科教|强[县区市]|关于|围绕|结合|针对|支持|鼓励|引导|选派|选调|招聘|调整|新建|改扩|扩建|新设|增设|撤销|合并|改善|维修|配备|购置|完成|开办|兴办|举全|走进|深化|建立|健全|成立|形成|构建|打造|推动|加快|坚持|围绕|符合|按照|参照|严格|实现|确立|落后|居于|位居|获得|荣获|授予|命名|城乡|乡镇|镇乡|之间|之内|各地/u;
const NO_SCHOOL = [
  ...NEUTRAL,
  ...SCOPES,
  ...'第 县 市 区 乡 镇 村 乡镇 县城 城 公办 民办 独立 普通 完全 中心 实验 九年一贯制 十二年一贯制 一贯制 寄宿制 寄宿 薄弱 优质 示范 示范性 重点 特殊 特殊教育 特教 职业 职业技术 中等职业 中职 标准化 规范化 农村 小规模 规模较小 较小 较大 大 小 中小 小学 初中 高中 中学 初级 高级 九年制 新建 改扩建 扩建 迁建 在建 村级 村小 教学点 幼儿园 附设 附属 所有 各级各类 各类 各 每 本 名 强 弱 老 新 核心 龙头 牵头 领衔 成员 联盟 集团 受援 支援 薄弱 特色 足球 绿色 文明 平安 书香 智慧 数字 先进 家长 少年 党 体校 体育 艺术 电大 进修 高等 高校 大 优秀 相关 有关 其他 多数 少数 个别 部分 两 三 四 五 六 七 八 九 十 百 余 所 教师 学生 儿童 校 部 段 阶段 学前 公立 私立 打造 创建 建设 建成 申报 评为 命名 认定 进 入 出 上 下 后 前 非 未 已 与 或 边远 偏远 山区 贫困 移民 安置 易地扶贫搬迁 随迁 试点 样板 品牌 窗口 一流 名优 知名 百年 帮扶 结对 共建 合作 手拉手 联办 主体 独立设置 单设'.split(
    ' ',
  ),
].sort((a, b) => b.length - a.length);
const PERSON_WORDS =
  /^(?:高度|方面|成为|任务|安全|万元|万人|常态|常务|常规|向上|向全|文化|文明|金额|严格|严肃|路线|段的|管理|余人|余名|余所|石油|白天|江苏|江西|任教|任职|于是|何时|武装|温馨|施工|施教|安排|安心|安置|左右|卜|毕业|申报|申请|史料|章程|易地|康复|钟点|田径|梅花|单位|单独|单一|尚未|费用|盛|游|楚|向[家学社其]|任课|任期|于[是此其]|余[名所人]|和|等)/u;

/** Whether what looks like a name is a word of the trade: 全县, 城区, 寄宿制学校, 乡镇中心小学. */
export function isGeneric(name: string, kind: NameKind): boolean {
  if (kind === 'person') return PERSON_WORDS.test(name);
  if (kind === 'school') return genericSchool(name);
  if (/^.[县州]$/u.test(name) && /^[由以在各将对从到按为让把一二三百千万整][县州]$/u.test(name)) return true;
  if (/(?:城市|都市|上市|地区|农村|大村|[园社小街湾山灾灌扩特城开发作验聚务]区|带乡|名镇)$/u.test(name)) return true;
  if (/^.{0,2}[下进入返回离]乡$/u.test(name)) return true;
  return NO_PLACE.test(name) || WITHIN.test(name);
}

function genericSchool(name: string): boolean {
  const type = SCHOOL_TYPES.find((ending) => name.includes(ending)) ?? '';
  let rest = name.slice(0, name.lastIndexOf(type));
  if (rest.endsWith('中') && type === '小学') return true;
  if (/第[一二三四五六七八九十]+$/.test(rest)) return WITHIN.test(rest.replace(/第[一二三四五六七八九十]+$/, ''));
  // 县实验小学 is one school, 实验小学 in a list of kinds is not
  if (/^[县区市旗州]$/.test(rest) && type.startsWith('实验')) return false;
  if (WITHIN.test(rest) || NO_PLACE.test(rest)) return true;
  for (;;) {
    const word = NO_SCHOOL.find((generic) => rest.startsWith(generic));
    if (rest === '' || word === undefined) return rest.length < 2 && rest !== '×' && !/[×*]/.test(rest);
    rest = rest.slice(word.length);
  }
}
