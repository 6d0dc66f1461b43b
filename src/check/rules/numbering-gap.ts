import { rule } from '../rule.ts';

const NUMERAL = /[一二三四五六七八九十百]+|\d+/;

/** The markers as they should stand, in the form in which they are printed: （一）（二）, 1.2., 一是二是. */
function expected(markers: readonly string[], ordinals: readonly string[]): string {
  return markers
    .map((marker, index) => marker.replace(NUMERAL, /\d/.test(marker) ? String(index + 1) : (ordinals[index] ?? '')))
    .join('');
}

export default rule<'numbering'>({
  id: 'numbering-gap',
  relation: 'numbering',
  title: '序号不连续',
  why: '一、二、三，（一）（二）（三），一是、二是、三是应当连续；跳号、重号往往说明漏段或错抄。',
  severity: () => 'error',
  message: ({ relation, computed }) =>
    `序号依次为“${relation.markers.join('')}”，应为“${expected(relation.markers, String(computed).split(','))}”，请核对是否漏段、重号。`,
  suggestion: () => null,
  fires: ['一、基本情况\n情况如下。\n三、存在问题\n还有差距。', '工作中，一是加强领导。二是加大投入。四是严格督导。'],
  silent: [
    '1.总体情况。已完成自查。\n2.存在问题。共有3个。\n附件：1.得分表\n2.问题台账\n3.整改方案',
    '一、基本情况\n情况如下。\n二、存在问题\n还有差距。',
    '工作中，一是加强领导。二是加大投入。三是严格督导。\n下一步，一是补短板。二是促提升。',
  ],
});
