export { softBreak } from './assemble.ts';
export { readDocument } from './document.ts';
export type { DocumentReaders, OldWordText } from './readers.ts';
export { previewWord } from './word/preview.ts';
export { readWordParts } from './word/read.ts';
export type { WordParts } from './word/read.ts';
export { type CharacterSource, SourceMap } from './word/source-map.ts';
export type { WordParagraph } from './word/body.ts';
export type { RunSource, SourceRange, TextPiece } from './word/paragraph.ts';
