import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import { scaleOf, show } from '../operand.ts';

const NUMBER = /\d[\d,]*(?:\.\d+)?/u;
const RATIO = /^(\s*[\d.]+\s*[:：]\s*)([\d.]+)(.*)$/su;

/** A value as the report would print it in a figure's place: its scale, its places, its unit. */
export function printLike(value: Decimal, figure: Figure): string {
  const { text } = figure;
  const ratio = RATIO.exec(text);
  // 1:17.52 tells the value upside down
  if (ratio && /^\s*1\s*[:：]/u.test(text) && !value.isZero()) {
    return `${ratio[1]}${fixed(new Decimal(1).div(value), ratio[2] ?? '')}${ratio[3]}`;
  }
  if (ratio) return `${fixed(value, ratio[1]?.replace(/[\s:：]/gu, '') ?? '')}:1`;
  const digits = NUMBER.exec(text)?.[0];
  if (digits === undefined) return `${show(value, scaleOf(figure))}${figure.unit ?? ''}`;
  return text.replace(NUMBER, fixed(value.div(scaleOf(figure)), digits));
}

/** The value cut, not rounded, to the places that a figure prints, in the base unit; null where the figure is a ratio of two numbers. */
export function cutLike(value: Decimal, figure: Figure): Decimal | null {
  const digits = NUMBER.exec(figure.text)?.[0];
  if (digits === undefined || RATIO.test(figure.text)) return null;
  const scale = scaleOf(figure);
  return value.div(scale).toDecimalPlaces(placesOf(digits), Decimal.ROUND_DOWN).times(scale);
}

/** One unit in the last place that a figure prints, in the base unit. */
export function lastPlace(figure: Figure): Decimal {
  const digits = NUMBER.exec(figure.text)?.[0] ?? '';
  return new Decimal(10).pow(-placesOf(digits)).times(scaleOf(figure));
}

function fixed(value: Decimal, like: string): string {
  const printed = value.toDecimalPlaces(placesOf(like), Decimal.ROUND_HALF_UP).toFixed(placesOf(like));
  return like.includes(',') ? printed.replaceAll(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/gu, ',') : printed;
}

function placesOf(digits: string): number {
  return /\.(\d+)$/u.exec(digits)?.[1]?.length ?? 0;
}
