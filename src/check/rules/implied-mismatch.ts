import { rule } from '../rule.ts';
import { told } from '../words.ts';

export default rule<'implied'>({
  id: 'implied-mismatch',
  relation: 'implied',
  title: '由总量和生均数推算的人数不一致',
  why: '校舍面积除以生均校舍面积、图书总数除以生均图书，推算出的都应是同一批学生；两个结果对不上，总量或生均数必有一处有误，或者统计的学校范围不同。',
  severity: () => 'warning',
  message: ({ relation, stated, computed }) =>
    `由${told(relation.first.total)}和${told(relation.first.each)}推算，${relation.heads}约为${String(computed)}；由${told(relation.second.total)}和${told(relation.second.each)}推算，约为${String(stated)}，两者不一致；总量或生均数可能有误，也可能统计范围不同，请核对。`,
  fires: ['小学校舍建筑面积120000平方米，生均校舍建筑面积8平方米；图书30万册，生均图书25册。'],
  silent: [
    '小学校舍建筑面积120000平方米，生均校舍建筑面积8平方米；图书37.5万册，生均图书25册。',
    '小学校舍建筑面积120000平方米，生均校舍建筑面积8平方米；初中图书30万册，生均图书25册。',
    '小学校舍建筑面积12万平方米，生均校舍建筑面积8.0平方米；图书38万册，生均图书25册。',
  ],
});
