import { expect, it } from 'vitest';
import { retentionNotes } from '../../src/standards/retention.ts';
import { national } from '../support/national.ts';
import { dataset } from './rows.ts';

const { limits } = national('quality-balance-2017');
const figures = {
  'graduates|初中': 285,
  'text:毕业年级入学时学生数|初中': 300,
  'text:毕业年级在校期间转入学生数|初中': 20,
  'text:毕业年级在校期间转出学生数|初中': 30,
  'text:毕业年级在校期间死亡学生数|初中': 0,
};
const both =
  '初中巩固率两种算法：(毕业285－转入20＋转出30)÷(入学300－死亡0)＝98.33%；毕业÷(入学＋转入－转出－死亡)＝98.28%';

it.each([
  [98.33, [`${both}；填写的98.33%是前一种`]],
  [98.28, [`${both}；填写的98.28%是后一种`]],
  [98.5, [`待核：${both}；填写的98.5%与两种都不相符，请核对`]],
])('stated as %d', (rate, expected) => {
  expect(retentionNotes(dataset([], { ...figures, 'retention-rate|初中': rate }), limits)).toEqual(expected);
});

it('not stated, and nothing to reckon with', () => {
  expect(retentionNotes(dataset([], figures), limits)).toEqual([`${both}；没有填写巩固率，请写明用的是哪一种`]);
  expect(retentionNotes(dataset([], { 'retention-rate|初中': 99 }), limits)).toEqual([]);
});
