import type { TextRule } from '../text-rule.ts';
import adverbialParticle from './adverbial-particle.ts';
import anachronism from './anachronism.ts';
import bracketFullStop from './bracket-full-stop.ts';
import brokenSentence from './broken-sentence.ts';
import classSizeTerm from './class-size-term.ts';
import contradictoryBounds from './contradictory-bounds.ts';
import dashForOne from './dash-for-one.ts';
import doubledPunctuation from './doubled-punctuation.ts';
import doubledWord from './doubled-word.ts';
import fallingMultiple from './falling-multiple.ts';
import halfWidthPunctuation from './half-width-punctuation.ts';
import headingPunctuation from './heading-punctuation.ts';
import leftover from './leftover.ts';
import missingContent from './missing-content.ts';
import missingNumber from './missing-number.ts';
import missingUnit from './missing-unit.ts';
import mixedListMarks from './mixed-list-marks.ts';
import nearTerm from './near-term.ts';
import numberingStyle from './numbering-style.ts';
import percentSpace from './percent-space.ts';
import placeholder from './placeholder.ts';
import redaction from './redaction.ts';
import spaceInText from './space-in-text.ts';
import termInconsistent from './term-inconsistent.ts';
import unlikeComparison from './unlike-comparison.ts';
import unmatchedBracket from './unmatched-bracket.ts';
import unmatchedQuotation from './unmatched-quotation.ts';
import unofficialTerm from './unofficial-term.ts';
import wrongForm from './wrong-form.ts';

/** All text rules, in the order in which a proofreader would read them: words, marks, sentences, what was left behind, layout. */
export const TEXT_RULES: readonly TextRule[] = [
  wrongForm,
  nearTerm,
  dashForOne,
  unofficialTerm,
  termInconsistent,
  classSizeTerm,
  doubledWord,
  doubledPunctuation,
  unmatchedBracket,
  unmatchedQuotation,
  halfWidthPunctuation,
  mixedListMarks,
  bracketFullStop,
  brokenSentence,
  adverbialParticle,
  contradictoryBounds,
  fallingMultiple,
  missingUnit,
  missingNumber,
  unlikeComparison,
  anachronism,
  leftover,
  placeholder,
  redaction,
  spaceInText,
  percentSpace,
  headingPunctuation,
  numberingStyle,
  missingContent,
];
