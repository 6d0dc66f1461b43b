/**
 * The first line of a text that `renew` has marked up. Only behind it are 【旧→新】 and 【※…】 marks; in any other text they are
 * the writer's own words.
 */
export const MARKED_HEAD =
  '〔junheng 续写稿：【旧→新】是改动，【※…】是批注；提取、核对时按改后的文字读，这一行和批注不算正文。〕';

const HEAD = /^\uFEFF?〔junheng 续写稿：[^\n]*\n/u;
const NOTE = /【※[^【】]*】/gu;
const CHANGE = /【[^【】→\n]*→([^【】\n]*)】/gu;

/** A marked-up text with all changes made and all notes gone, as a Word file with tracked changes is read; others as they are. */
export function acceptMarks(text: string): string {
  return HEAD.test(text) ? text.replace(HEAD, '').replaceAll(NOTE, '').replaceAll(CHANGE, '$1') : text;
}
