import { LineCounter, type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { InputError } from '../model/manuscript.ts';

/** A YAML value with its place. */
export type YamlNode = unknown;

/**
 * Walks a YAML document and collects what is wrong with it, each with its line. A schema library would tell paths
 * (`limits.3.value`) in English; a clerk who writes a province's file needs the line, in Chinese.
 */
export class YamlReader {
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;
  readonly #problems: { line: number; message: string }[] = [];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    for (const error of this.#document.errors) {
      this.#problems.push({
        line: this.#lines.linePos(error.pos[0]).line,
        message: `YAML 写法有误（${error.code}）。`,
      });
    }
  }

  get root(): YamlNode {
    return this.#document.contents;
  }

  /** Notes a problem at a node. */
  tell(node: YamlNode, message: string): void {
    const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : null;
    this.#problems.push({ line: range ? this.#lines.linePos(range[0]).line : 1, message });
  }

  /** @throws InputError with all problems, in the order of their lines */
  throwIfAny(): void {
    if (this.#problems.length === 0) return;
    const sorted = [...this.#problems].sort((a, b) => a.line - b.line);
    const lines = sorted.map(({ line, message }) => `${this.#file} 第${line}行：${message}`);
    throw new InputError('standard-problems', lines.join('\n'));
  }

  map(node: YamlNode, what: string): YAMLMap | null {
    if (isMap(node)) return node;
    this.tell(node, `${what}应是“键: 值”的形式。`);
    return null;
  }

  /** The items of a list; an absent one is empty. */
  list(map: YAMLMap, key: string): readonly YamlNode[] {
    const node = map.get(key, true) as YAMLSeq | undefined;
    if (node === undefined) return [];
    if (isSeq(node)) return node.items;
    this.tell(node, `“${key}”应是列表。`);
    return [];
  }

  /** A text as written in the source (so that 0.50 stays 0.50); null where absent or `null`. */
  text(map: YAMLMap, key: string): string | null {
    const node: unknown = map.get(key, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return null;
    if (!isScalar(node)) {
      this.tell(node, `“${key}”应是一个值。`);
      return null;
    }
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }

  required(map: YAMLMap, key: string): string {
    const text = this.text(map, key);
    if (text === null || text.trim() === '') this.tell(map, `缺少“${key}”。`);
    return text ?? '';
  }

  /** A required text out of a few. */
  choice<T extends string>(map: YAMLMap, key: string, choices: readonly T[]): T | null {
    const text = this.required(map, key);
    if (text === '') return null;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) this.tell(map.get(key, true), `“${key}”应为${choices.join('、')}之一，不是“${text}”。`);
    return found ?? null;
  }

  texts(map: YAMLMap, key: string): { node: YamlNode; text: string }[] {
    return this.list(map, key).flatMap((node) => {
      if (isScalar(node) && node.value !== null) return [{ node, text: String(node.value) }];
      this.tell(node, `“${key}”的每一项应是一个词。`);
      return [];
    });
  }

  /** Keys that nobody reads are misspelt ones. */
  onlyKeys(map: YAMLMap, keys: readonly string[]): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!keys.includes(name)) this.tell(key, `不认识“${name}”；可用的有${keys.join('、')}。`);
    }
  }

  at(map: YAMLMap, key: string): YamlNode {
    return map.get(key, true);
  }
}
