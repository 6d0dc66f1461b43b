import { amount, type Column, ownAmount, text } from './columns.ts';

/**
 * One row a school part, in the order of the official tables: the school, its pupils, its teachers, the raw amounts of the eight
 * indicators of basic balance and of the seven of quality balance, the rooms for music and art, and what only some need.
 */
export const SCHOOL_COLUMNS: readonly Column[] = [
  text(
    'name',
    '学校名称',
    ['校名', '学校', '单位名称', '学校（机构）名称', '学校全称'],
    '与学校公章一致的全称。一贯制学校分学段填两行，名称相同。',
  ),
  text(
    'part',
    '学段',
    ['学校类别', '办学层次'],
    '小学或初中。九年一贯制学校的小学部、初中部各填一行；完全中学只填初中部。',
  ),
  text(
    'type',
    '学校类型',
    ['办学类型', '类型', '学校办学类型'],
    '从下拉列表选择。教学点、特殊教育学校、职业学校不列入差异系数测算。',
  ),
  text(
    'owner',
    '举办者',
    ['办别', '举办者类型', '学校举办者', '办学性质', '学校（机构）举办者'],
    '从下拉列表选择。基本均衡只有县级公办学校列入差异系数测算。',
  ),
  amount('pupils', '学生数', '具有学籍并在本学年初注册的学生，必须大于0。'),
  amount('class-count', '教学班数', '本学年初教学班数。'),
  amount('largest-class', '最大班额', '学生最多的一个班的人数。'),
  amount('full-time-teachers', '专任教师数', '按学段统计的专任教师。'),
  amount('teachers-above-required-degree', '高于规定学历教师数', '专任教师中：小学为专科及以上，初中为本科及以上。'),
  amount('teachers-intermediate-title', '中级及以上职称教师数', '专任教师中具有中级及以上专业技术职务的人数。'),
  amount(
    'teaching-area',
    '教学及辅助用房面积',
    '教室、实验室、图书室、微机室、语音室面积之和。一贯制学校见“共用条件”一列。',
  ),
  amount('sports-area', '体育运动场馆面积', '体育馆和专用运动场地面积之和。一贯制学校见“共用条件”一列。'),
  amount('equipment-value', '教学仪器设备值', '用于教学、实验的固定资产账面值，单位为元，不是万元。'),
  amount('computers', '计算机台数', '教学用计算机。'),
  amount('books', '图书册数', '图书馆（室）藏书，按统计报表口径。'),
  amount('backbone-teachers', '县级以上骨干教师数', '专任教师中的县级及以上骨干教师；测算优质均衡时填写。', false),
  amount(
    'sports-arts-teachers',
    '体育艺术专任教师数',
    '体育、音乐、美术、艺术专任教师之和；测算优质均衡时填写。',
    false,
  ),
  amount('multimedia-rooms', '网络多媒体教室数', '测算优质均衡时填写。', false),
  ownAmount(
    'indoor-sports-area',
    '其中室内体育用房面积',
    '平方米',
    ['室内体育用房面积', '室内体育用房'],
    '教学及辅助用房面积中的室内体育用房；测算优质均衡时要从中扣除，没有填0。',
  ),
  ownAmount(
    'music-rooms',
    '音乐专用教室数',
    '间',
    ['音乐教室数', '音乐专用教室'],
    '每12个班应有1间以上；测算优质均衡时填写。',
  ),
  ownAmount(
    'smallest-music-room-area',
    '音乐专用教室最小面积',
    '平方米',
    ['最小音乐教室面积'],
    '最小一间音乐专用教室的面积。',
  ),
  ownAmount(
    'art-rooms',
    '美术专用教室数',
    '间',
    ['美术教室数', '美术专用教室'],
    '每12个班应有1间以上；测算优质均衡时填写。',
  ),
  ownAmount(
    'smallest-art-room-area',
    '美术专用教室最小面积',
    '平方米',
    ['最小美术教室面积'],
    '最小一间美术专用教室的面积。',
  ),
  amount('staff', '教职工数', '按学段统计的教职工。', false),
  amount('campus-area', '校园占地面积', '省定办学基本标准要求时填写。', false),
  amount('building-area', '校舍建筑面积', '省定办学基本标准要求时填写。', false),
  ownAmount('expected-pupils', '预计下一学年学生数', '人', ['预计学生数'], '供测算学生增减后的指标；没有预测的留空。'),
  ownAmount(
    'senior-pupils',
    '高中学生数',
    '人',
    ['高中部学生数', '高中阶段学生数'],
    '只在“共用条件”填“全校”的完全中学、十二年一贯制学校填写，用于折算。',
  ),
  text(
    'shared',
    '共用条件',
    ['共用条件填报方式', '条件填报方式'],
    '校舍、场馆、设备、计算机、图书填的是“本学段”还是“全校”的数。填“全校”的，读取时按小学生1、初中生1.1（完全中学为初中生1、高中生1.2；十二年一贯制为1、1.1、1.32）折算到各学段。留空即本学段。',
    false,
  ),
  text(
    'leftOut',
    '不列入原因',
    ['不列入测算原因', '不列入测算的原因'],
    '按学校类型和举办者不列入测算的，程序自动判断，这里留空。另有依据不列入的写明原因，会随测算结果列出。',
    false,
  ),
];

/** Amounts that come in whole numbers. */
export const WHOLE_AMOUNTS: ReadonlySet<string> = new Set([
  'pupils',
  'class-count',
  'largest-class',
  'full-time-teachers',
  'teachers-above-required-degree',
  'teachers-intermediate-title',
  'computers',
  'books',
  'backbone-teachers',
  'sports-arts-teachers',
  'multimedia-rooms',
  'music-rooms',
  'art-rooms',
  'staff',
  'expected-pupils',
  'senior-pupils',
]);

/** Amounts that only the reading itself needs: they do not stay among a school's amounts. */
export const READING_ONLY: ReadonlySet<string> = new Set(['senior-pupils']);
