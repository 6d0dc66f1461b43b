import type { ReadMessage } from '../../model/manuscript.ts';
import type { ParagraphDraft } from './paragraph.ts';

type Counted = 'insertion' | 'deletion' | 'hidden' | 'covered' | 'symbol' | 'formula' | 'embedded' | 'format';

interface Notice {
  count: number;
  first: ParagraphDraft | null;
}

/** Counts what the reader could not or would not show; one message a kind, however often it occurs. */
export class Notices {
  readonly #notices = new Map<Counted, Notice>();

  /** @param paragraph where; null where it concerns no place */
  count(kind: Counted, paragraph: ParagraphDraft | null): void {
    const notice = this.#notices.get(kind);
    if (notice === undefined) this.#notices.set(kind, { count: 1, first: paragraph });
    else notice.count += 1;
  }

  /** @param lineOf the line of a paragraph in the finished text form */
  messages(lineOf: (paragraph: ParagraphDraft) => number | null): ReadMessage[] {
    const found: ReadMessage[] = [];
    const number = (kind: Counted) => this.#notices.get(kind)?.count ?? 0;
    const say = (code: string, kinds: readonly Counted[], message: string) => {
      const first = kinds.map((kind) => this.#notices.get(kind)).find((notice) => notice !== undefined)?.first;
      if (kinds.some((kind) => number(kind) > 0)) {
        found.push({ code, message, line: first === null || first === undefined ? null : lineOf(first) });
      }
    };
    say(
      'tracked-changes',
      ['insertion', 'deletion'],
      `文中有未处理的修订（插入 ${number('insertion')} 处、删除 ${number('deletion')} 处），已按“接受全部修订”读取。`,
    );
    say('hidden-text', ['hidden'], `有 ${number('hidden')} 处隐藏文字，打印时看不见，未读入。`);
    say(
      'covered-cell-text',
      ['covered'],
      `表格的合并单元格下盖住了 ${number('covered')} 处文字，打印时看不见，未读入。`,
    );
    say('unknown-symbol', ['symbol'], `有 ${number('symbol')} 个特殊符号无法辨认，已略去，请对照原稿。`);
    say('formula-field', ['formula'], `有 ${number('formula')} 处公式域（EQ）无法转为文字，已略去，请对照原稿。`);
    say('embedded-part', ['embedded'], `文中嵌入了 ${number('embedded')} 个其他文档，其内容未读入。`);
    say('unknown-number-format', ['format'], `有 ${number('format')} 处自动编号的格式不能识别，已用阿拉伯数字代替。`);
    return found;
  }
}
