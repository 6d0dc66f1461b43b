import type { Decimal } from '../model/decimal.ts';
import type { Operand } from '../relations/relation.ts';
import { isFigureOperand, scaleOf, show } from './operand.ts';

/** An operand as the text prints it. */
export function printed(operand: Operand): string {
  if ('constant' in operand) return show(operand.constant);
  // a cell's digits say nothing without the multiplier of its header
  const scale = scaleOf(operand);
  if (isFigureOperand(operand) && scale > 1 && !/[万亿]/.test(operand.text)) {
    return `${operand.text}${scale === 1e8 ? '亿' : '万'}${operand.unit ?? ''}`;
  }
  return operand.text;
}

/** A computed value in the unit and scale of the figure that it is compared with. */
export function inUnitOf(value: Decimal, operand: Operand): string {
  if (!isFigureOperand(operand)) return show(value);
  const scale = scaleOf(operand);
  const multiplier = scale === 1e8 ? '亿' : scale === 1e4 ? '万' : '';
  const places = Math.max(2, operand.value.div(scale).decimalPlaces());
  return `${show(value, scale, places)}${multiplier}${operand.unit === '比' ? '' : (operand.unit ?? '')}`;
}

/** What an operand is called: “小学在校生数”; empty where it has no name. */
export function named(operand: Operand): string {
  if (!isFigureOperand(operand) || operand.label === '') return '';
  return `${operand.scope && !operand.label.includes(operand.scope) ? operand.scope : ''}${operand.stage && !operand.label.includes(operand.stage) ? operand.stage : ''}${operand.label}`;
}

/** “在校生数”4918人, or only the figure. */
export function told(operand: Operand): string {
  const name = named(operand);
  return name === '' ? printed(operand) : `“${name}”${printed(operand)}`;
}
