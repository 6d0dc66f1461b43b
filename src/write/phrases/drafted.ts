import { type PhrasePlace, type PlacedPhrase, REFUSALS } from '../../draft/index.ts';
import { oneLine } from '../places.ts';

/** The phrases that a draft took, each to be read through by a person, and why the places that got less got less. */
export function phrasesText(phrases: readonly PlacedPhrase[], places: readonly PhrasePlace[]): string {
  if (places.length === 0) return '短语库：这类报告的模板没有要短语的地方。\n';
  const taken =
    phrases.length === 0
      ? ['短语库：没有选到合适的句子。']
      : [
          `从短语库选用${phrases.length}句（台账中有出处），是别处用过的话，请逐句核实是否合乎本地实际：`,
          ...phrases.map(
            ({ section, sentence, id, library, from }) =>
              `  ${oneLine(section)}：${oneLine(sentence)}（${id}，${library}${from === '' ? '' : `，${oneLine(from)}`}）`,
          ),
        ];
  const short = places
    .filter(({ wanted, taken: got }) => got < wanted)
    .map(({ section, wanted, taken: got, own, refused }) => {
      const where = `  ${oneLine(section)}：`;
      if (own) return `${where}用自己写的文字，没有选短语`;
      const why = [...refused].map(([reason, count]) => `${REFUSALS[reason]}${count}句`).join('、');
      return `${where}可用${wanted}句，选到${got}句${why === '' ? '，没有别的可选' : `；其余未用：${why}`}`;
    });
  const lines = short.length === 0 ? taken : [...taken, '没有选满的地方：', ...short];
  return `${lines.join('\n')}\n`;
}
