import type { JudgedRelation, RelationType } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type * as Found from '../relations/relation.ts';
import type { Judgement } from './judgement.ts';
import { isFigureOperand } from './operand.ts';

/** The operands of a relation that are figures of the text, in the order of the calculation. */
export function operandsOf(relation: Found.Relation): readonly Found.Operand[] {
  switch (relation.type) {
    case 'sum':
      return [relation.total, ...relation.parts];
    case 'difference':
      return [relation.result, relation.minuend, relation.subtrahend];
    case 'product':
      return [relation.result, ...relation.factors];
    case 'quotient':
      return [relation.result, ...relation.dividend, relation.divisor];
    case 'implied':
      return [relation.second.each, relation.second.total, relation.first.each, relation.first.total];
    case 'granular':
      return [relation.share, relation.whole];
    case 'share':
      return [relation.share, ...relation.parts, relation.whole];
    case 'all':
      return [relation.share];
    case 'growth':
      return [relation.rate, relation.from, relation.to];
    case 'growth-by-amount':
      return [relation.rate, relation.level, relation.amount];
    case 'trend':
      return relation.series;
    case 'threshold':
      return [relation.figure, relation.limit];
    case 'equal':
      return [relation.second, relation.first];
    case 'list-count':
      return relation.figures;
    case 'range':
      return [relation.part, relation.whole];
    case 'claim':
      return relation.contradicted;
    case 'numbering':
      return [];
  }
}

/** The places that a relation speaks of: its own first, then the other ones. */
export function placesOf(relation: Found.Relation): Span[] {
  if (relation.type === 'numbering') return [...relation.spans];
  if (relation.type === 'claim') return [relation.span, ...relation.places];
  if (relation.type === 'list-count' || relation.type === 'trend' || relation.type === 'all') return [relation.span];
  const spans = operandsOf(relation).flatMap((operand) => operand.span ?? []);
  return spans.length > 0 ? spans : [relation.span];
}

/** The contract's relation: what is tested, with its arithmetic and its places. */
export function toJudgedRelation(judgement: Judgement): JudgedRelation {
  const { relation, verdict, because, check, stated, computed } = judgement;
  const partial = relation.type === 'sum' && relation.partial && verdict === 'holds' && check.includes('<');
  return {
    type: partial ? 'range' : typeOf(relation),
    verdict,
    because,
    check,
    stated,
    computed,
    figures: operandsOf(relation)
      .filter(isFigureOperand)
      .map((figure) => figure.id),
    spans: placesOf(relation),
  };
}

/** The contract's name for a relation: all and none are shares, as are k of n; growth by an amount is growth. */
export function typeOf(relation: Found.Relation): RelationType {
  if (relation.type === 'all' || relation.type === 'granular') return 'share';
  if (relation.type === 'implied') return 'quotient';
  return relation.type === 'growth-by-amount' ? 'growth' : relation.type;
}
