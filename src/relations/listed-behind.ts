import type { Report } from '../model/report.ts';
import { chineseAt } from '../quantities/numeral.ts';
import type { ListCount } from './relation.ts';

const NUMERAL = '[二两三四五六七八九十]{1,2}';
/** “三个加快”：…；…；…。 and 采取三条措施：…: an announcement that a colon opens. */
const OPENED = new RegExp(
  `“?(${NUMERAL})(?:大|个|项|条|种|类|方面|点|步)[^，。；：、（）“”\\s\\d]{1,8}”?[：:]([^。：:\\n]{4,400})`,
  'g',
);
/** Paragraphs that a dash opens: ——扩容工程。… */
const DASHED = /^[\s\u3000]*(?:——|--|—)\s*(?=[\p{Script=Han}“])/u;
const ANNOUNCED = new RegExp(`(${NUMERAL})(?:大|个|项|条|种|类|方面|点)[\\p{Script=Han}”]{1,8}`, 'gu');

/** Lists told behind their announcement: after a colon, or as paragraphs that begin with a dash. */
export function findListedBehind(report: Report): ListCount[] {
  return [...behindColons(report), ...dashed(report)].sort((a, b) => a.span.start - b.span.start);
}

function behindColons(report: Report): ListCount[] {
  const found: ListCount[] = [];
  const { text } = report.manuscript;
  for (const match of text.matchAll(OPENED)) {
    const [whole, numeral = '', list = ''] = match;
    if (text[match.index - 1] === '第' || /^[一二三四五六七八九十]是|^一要/.test(list)) continue;
    const stated = chineseAt(numeral, 0)?.value.toNumber() ?? 0;
    const plain = list.replaceAll(/[（(][^）)]*[）)]?/g, '');
    const parts = plain.includes('；') ? plain.split('；') : plain.split(plain.includes('，') ? '，' : '、');
    const items = parts.map((item) => item.trim()).filter((item) => item !== '');
    const fits = items.length === stated;
    // only ； separates items for certain; a list by commas may hold commas within its items
    if (!fits && !(plain.includes('；') && whole.startsWith('“'))) continue;
    found.push({
      type: 'list-count',
      assertion: fits ? 'stated' : 'implied',
      stated,
      items: items.map((item) => item.slice(0, 12)),
      announced: whole.slice(0, whole.search(/[：:]/)).replaceAll(/[“”]/g, ''),
      open: false,
      figures: [],
      span: { start: match.index, end: match.index + whole.length },
    });
  }
  return found;
}

/** 实施三大工程 and the paragraphs ——…, ——…, ——… that follow; told only where the number fits one announced before. */
function dashed(report: Report): ListCount[] {
  const found: ListCount[] = [];
  const { text, paragraphs } = report.manuscript;
  let run: string[] = [];
  let lead = '';
  let leadStart = 0;
  const close = (): void => {
    const match =
      run.length < 2
        ? undefined
        : [...lead.matchAll(ANNOUNCED)].findLast((one) => chineseAt(one[1] ?? '', 0)?.value.toNumber() === run.length);
    if (match) {
      const start = leadStart + match.index;
      found.push({
        type: 'list-count',
        assertion: 'stated',
        stated: run.length,
        items: run,
        announced: match[0].replaceAll(/[“”]/g, ''),
        open: false,
        figures: [],
        span: { start, end: start + match[0].length },
      });
    }
    run = [];
  };
  for (const paragraph of paragraphs) {
    const line = text.slice(paragraph.span.start, paragraph.span.end);
    const dash = DASHED.exec(line);
    if (dash) {
      run.push(line.slice(dash[0].length).split(/[。：，]/)[0] ?? '');
      continue;
    }
    const ended = run.length > 0;
    close();
    if (ended || lead.length > 400) {
      lead = '';
    }
    if (lead === '') leadStart = paragraph.span.start;
    lead = text.slice(leadStart, paragraph.span.end);
  }
  close();
  return found;
}
