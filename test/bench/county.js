// 虚构的大县：400所学校、十年县级数据的工作簿。
import { writeXlsx } from 'hucre/xlsx';

const HEADINGS =
  '学校名称 学段 学校类型 举办者 学生数（人） 教学班数（个） 最大班额（人） 专任教师数（人） 高于规定学历教师数（人） 中级及以上职称教师数（人） 教学及辅助用房面积（平方米） 体育运动场馆面积（平方米） 教学仪器设备值（元） 计算机台数（台） 图书册数（册） 县级以上骨干教师数（人） 体育艺术专任教师数（人） 网络多媒体教室数（间） 其中室内体育用房面积（平方米） 音乐专用教室数（间） 音乐专用教室最小面积（平方米） 美术专用教室数（间） 美术专用教室最小面积（平方米）'.split(
    ' ',
  );

/** A workbook of an invented county with so many schools, three of four of them primary, as unequal as is asked (0 to 1). */
export async function largeCounty(count = 400, unequal = 0.9, years = 10) {
  let seed = 12345;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const spread = (mean) => mean * (1 - unequal + 2 * unequal * random() ** 1.5 * 1.4);
  const schools = Array.from({ length: count }, (_, index) => {
    const primary = index % 4 !== 3;
    const pupils = Math.round(120 + 1500 * random() ** 2);
    const classes = Math.ceil(pupils / 40);
    const teachers = Math.max(6, Math.round(pupils * (primary ? 0.062 : 0.085)));
    const degree = Math.min(teachers, Math.round(spread(pupils * (primary ? 0.05 : 0.065))));
    return [
      `第${index + 1}${primary ? '小学' : '中学'}`,
      primary ? '小学' : '初中',
      primary ? '小学' : '初级中学',
      '县级公办',
      pupils,
      classes,
      Math.ceil(pupils / classes) + (index % 3),
      teachers,
      degree,
      Math.min(teachers, Math.round(spread(pupils * 0.035))),
      Math.round(spread(pupils * (primary ? 5.5 : 6.8)) * 100) / 100,
      Math.round(spread(pupils * (primary ? 8.8 : 12.1))),
      Math.round(spread(pupils * 2900)),
      Math.round(spread(pupils * 0.16)),
      Math.round(spread(pupils * 26)),
      Math.min(teachers, Math.round(spread(pupils * 0.012))),
      Math.min(teachers, Math.round(spread(pupils * 0.01))),
      Math.round(spread(pupils * 0.026)),
      index % 5 === 0 ? 60 : 0,
      Math.max(1, Math.floor(classes / 12)),
      90 + (index % 12),
      Math.ceil(classes / 12),
      88 + (index % 9),
    ];
  });
  const county = Array.from({ length: years }, (_, index) =>
    ['小学', '初中'].flatMap((stage) => [
      ['在校生数', stage, String(2024 - index), 90000 - index * 300, '人'],
      ['专任教师数', stage, String(2024 - index), 5600 - index * 20, '人'],
      ['生均公用经费', stage, String(2024 - index), 900 - index * 20, '元'],
    ]),
  ).flat();
  const money = Array.from({ length: years }, (_, index) => [
    ['预算内教育经费拨款', '', String(2024 - index), 62000 - index * 3900, '万元'],
    ['财政经常性收入', '', String(2024 - index), 67000 - index * 2900, '万元'],
    ['财政支出', '', String(2024 - index), 311000 - index * 15000, '万元'],
    ['教师平均工资', '', String(2024 - index), 94000 - index * 4500, '元'],
    ['教师培训经费', '', String(2024 - index), 194 - index * 12, '万元'],
    ['义务教育学校公用经费预算总额', '', String(2024 - index), 3588 - index * 160, '万元'],
  ]).flat();
  const gate = [
    ['生均图书册数', '不低于', 15, 20, '册'],
    ['每百名学生拥有计算机台数', '不低于', 8, 10, '台'],
    ['生均教学仪器设备值', '不低于', 1000, 1200, '元'],
    ['最大班额', '不高于', 50, 55, '人'],
    ['允许不达标项数', '', 1, null, '项'],
    ['不达标项最低比例', '', 60, null, '%'],
  ];
  return writeXlsx({
    sheets: [
      {
        name: '基本信息',
        rows: [
          ['项目', '内容'],
          ['县名', '大丰县'],
          ['年份', '2024'],
        ],
      },
      { name: '学校', rows: [HEADINGS, ...schools] },
      { name: '县级数据', rows: [['指标', '学段', '年份', '数值', '单位'], ...county, ...money] },
      { name: '省标', rows: [['指标', '方向', '小学', '初中', '单位'], ...gate] },
    ],
  });
}
