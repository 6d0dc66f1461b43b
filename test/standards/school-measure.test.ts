import { describe, expect, it } from 'vitest';
import { measureOf } from '../../src/standards/school-measure.ts';
import { row } from './rows.ts';

/** value by formula, or what is missing */
const measured = (indicator: string, amounts: Readonly<Record<string, number>>): string => {
  const found = measureOf(row('甲', amounts), indicator);
  return found.value === null ? `缺${found.missing}` : `${found.value.toString()} ${found.formula ?? ''}`;
};

describe('what a school has', () => {
  it.each<[string, Readonly<Record<string, number>>, string]>([
    ['books-per-pupil', { books: 2000, pupils: 100 }, '20 2000÷100'],
    ['computers-per-hundred', { computers: 10, pupils: 80 }, '12.5 10×100÷80'],
    ['campus-area-per-pupil', { 'campus-area': 2500, pupils: 100 }, '25 2500÷100'],
    ['building-area-per-pupil', { 'building-area': 750, pupils: 100 }, '7.5 750÷100'],
    ['pupil-teacher-ratio', { pupils: 100, 'full-time-teachers': 8 }, '12.5 100÷8'],
    ['pupil-computer-ratio', { pupils: 100, computers: 10 }, '10 100÷10'],
    ['average-class-size', { pupils: 100, 'class-count': 4 }, '25 100÷4'],
    ['above-required-degree-rate', { 'teachers-above-required-degree': 3, 'full-time-teachers': 8 }, '37.5 3×100÷8'],
    ['intermediate-title-rate', { 'teachers-intermediate-title': 3, 'full-time-teachers': 8 }, '37.5 3×100÷8'],
    ['text:每12个班音乐专用教室数', { 'music-rooms': 2, 'class-count': 16 }, '1.5 2×12÷16'],
    ['text:每12个班美术专用教室数', { 'art-rooms': 2, 'class-count': 16 }, '1.5 2×12÷16'],
    ['text:音乐专用教室最小面积', { 'smallest-music-room-area': 96 }, '96 '],
    ['largest-class', { 'largest-class': 45 }, '45 '],
  ])('%s of %j: %s', (indicator, amounts, expected) => {
    expect(measured(indicator, amounts)).toBe(expected);
  });
});

describe('what is missing', () => {
  it.each<[string, string, Readonly<Record<string, number>>, string]>([
    ['is the amount', 'books-per-pupil', { pupils: 100 }, '缺books'],
    ['is what divides', 'books-per-pupil', { books: 2000 }, '缺pupils'],
    ['is first what divides, of both', 'books-per-pupil', {}, '缺pupils'],
    ['is what divides where it is nothing', 'books-per-pupil', { books: 2000, pupils: 0 }, '缺pupils'],
    ['is the amount where what divides is nothing', 'books-per-pupil', { pupils: 0 }, '缺books'],
    ['is no amount of nothing', 'books-per-pupil', { books: 0, pupils: 1 }, '0 0÷1'],
    ['is a cell’s own amount', 'text:音乐专用教室最小面积', {}, '缺smallest-music-room-area'],
  ])('%s', (_, indicator, amounts, expected) => {
    expect(measured(indicator, amounts)).toBe(expected);
  });
});
