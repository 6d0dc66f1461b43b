import type { Paragraph, RootContent } from 'mdast';
import './nodes.ts';
import { mark, PHRASES, splitMarks } from './markers.ts';
import { type ChoiceContext, choosePhrases, quantityKey, textOfParts, unitRead } from './phrase-choice.ts';
import type { ChosenPhrase } from './phrase-choice.ts';
import type { PhrasePlace, PlacedPhrase } from './phrase-request.ts';
import type { Recorder } from './recorder.ts';
import { textOf } from './text-of.ts';

/** What the places for phrases got. */
export interface PlacedPhrases {
  readonly blocks: readonly RootContent[];
  readonly phrases: readonly PlacedPhrase[];
  readonly places: readonly PhrasePlace[];
}

/** Where a block stands. */
interface Place {
  /** The heading above, its number included. */
  readonly heading: string;
  /** Numbers the headings of the highest level, and those of any: blocks with equal ones stand in one section. */
  readonly section: number;
  readonly part: number;
}

/**
 * Puts phrases where the templates ask for them: a paragraph each place, none where nothing fits or where the writer's own words
 * stand under the same heading. Chosen once the rest of the report is known, so that nothing is said twice.
 * @param context null where no library is used
 */
export function placePhrases(
  blocks: readonly RootContent[],
  recorder: Recorder,
  context: ChoiceContext | null,
): PlacedPhrases {
  if (!blocks.some((block) => asksFor(block) !== null)) return { blocks, phrases: [], places: [] };
  const where = placesOf(blocks);
  const own = new Set(blocks.flatMap((block, at) => (block.data?.piece === undefined ? [] : [where[at]?.part])));
  const sentences = context === null ? [] : blocks.flatMap((block) => sentencesOf(wordsIn(block, recorder)));
  const phrases: PlacedPhrase[] = [];
  const places: PhrasePlace[] = [];
  const placed = blocks.flatMap((block, at): readonly RootContent[] => {
    const asked = asksFor(block);
    if (asked === null) return [block];
    const rest = without(block as Paragraph);
    const place = where[at];
    if (context === null || place === undefined) return rest;
    const request = recorder.phraseRequests[asked];
    if (request === undefined) return rest;
    const section = place.heading;
    if (own.has(place.part)) {
      places.push({ section, wanted: request.count, taken: 0, own: true, refused: new Map() });
      return rest;
    }
    const told = new Set(
      blocks.flatMap((other, index) => (where[index]?.section === place.section ? toldIn(other, recorder) : [])),
    );
    const { chosen, refused } = choosePhrases(request, { sentences, told }, context);
    places.push({ section, wanted: request.count, taken: chosen.length, own: false, refused });
    for (const { parts, id, library, from } of chosen) {
      const sentence = textOfParts(parts);
      sentences.push(sentence);
      phrases.push({ id, library, from, section, sentence });
    }
    return chosen.length === 0 ? rest : [...rest, paragraphOf(chosen, recorder)];
  });
  return { blocks: placed, phrases, places };
}

function paragraphOf(chosen: readonly ChosenPhrase[], recorder: Recorder): Paragraph {
  const value = chosen
    .flatMap(({ parts, id, library, from }) =>
      parts.map((part) =>
        typeof part === 'string'
          ? recorder.text(part)
          : recorder.figure({
              quantity: part.quantity,
              printed: part.printed.text,
              printedValue: part.printed.value,
              printedUnit: unitRead(part),
              rounding: part.printed.rounding,
              form: part.form,
              phrase: { id, library, from },
            }),
      ),
    )
    .join('');
  return { type: 'paragraph', children: [{ type: 'text', value }], data: { phrases: chosen.map(({ id }) => id) } };
}

const MARKED = new RegExp(`${PHRASES}[\\uE010-\\uE019]+\\uE00F`, 'u');

/** Which request a paragraph holds; null for none. */
function asksFor(block: RootContent): number | null {
  if (block.type !== 'paragraph') return null;
  for (const child of block.children) {
    const found = child.type === 'text' ? MARKED.exec(child.value)?.[0] : undefined;
    const [piece] = found === undefined ? [] : splitMarks(found);
    if (piece !== undefined && 'index' in piece) return piece.index;
  }
  return null;
}

/** The paragraph without its mark; nothing where it holds nothing else. */
function without(block: Paragraph): readonly RootContent[] {
  const children = block.children.map((child) =>
    child.type === 'text' ? { ...child, value: child.value.replace(MARKED, '') } : child,
  );
  const rest = { ...block, children };
  return textOf(rest).trim() === '' ? [] : [rest];
}

function placesOf(blocks: readonly RootContent[]): readonly Place[] {
  let place: Place = { heading: '', section: 0, part: 0 };
  return blocks.map((block) => {
    if (block.type === 'heading' && block.data?.piece === undefined) {
      const section = place.section + (block.depth <= 2 ? 1 : 0);
      place = { heading: textOf(block), section, part: place.part + 1 };
    }
    return place;
  });
}

/** What a block will say, figures as they print. */
function wordsIn(block: RootContent, recorder: Recorder): string {
  if (block.type !== 'paragraph') return '';
  return splitMarks(textOf(block))
    .map((piece) => {
      if ('text' in piece) return piece.text;
      if (piece.kind === 'figure') return recorder.figures[piece.index]?.printed ?? '';
      return piece.kind === 'words' ? (recorder.words[piece.index] ?? '') : '';
    })
    .join('');
}

function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。！？；]+/gu) ?? [];
}

function toldIn(block: RootContent, recorder: Recorder): readonly string[] {
  return splitMarks(textOf(block)).flatMap((piece) => {
    const figure = 'index' in piece && piece.kind === 'figure' ? recorder.figures[piece.index] : undefined;
    return figure === undefined ? [] : [quantityKey(figure.quantity)];
  });
}

/** The mark of a request. */
export function phrasesMark(index: number): string {
  return mark('phrases', index);
}
