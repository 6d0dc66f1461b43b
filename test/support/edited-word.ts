import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const DOCUMENT = 'word/document.xml';

/** The body of a Word file as XML. */
export function documentOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)[DOCUMENT] ?? new Uint8Array());
}

/** A Word file as a person would have left it who did this to its body. */
export function edited(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [DOCUMENT]: strToU8(edit(strFromU8(parts[DOCUMENT] ?? new Uint8Array()))) });
}

/** All tracked changes accepted, as Word does it. */
export function accepted(bytes: Uint8Array): Uint8Array {
  return edited(bytes, (xml) => xml.replaceAll(/<w:del [^>]*>.*?<\/w:del>/g, '').replaceAll(/<\/?w:ins\b[^>]*>/g, ''));
}

/** All tracked changes refused. */
export function refused(bytes: Uint8Array): Uint8Array {
  return edited(bytes, (xml) =>
    xml
      .replaceAll(/<w:ins [^>]*>.*?<\/w:ins>/g, '')
      .replaceAll(/<\/?w:del\b[^>]*>/g, '')
      .replaceAll('w:delText', 'w:t'),
  );
}

/** Runs of like properties that stand side by side as one: a comment cuts runs, and which were cut cannot be seen afterwards. */
export function runsJoined(xml: string): string {
  return xml.replaceAll(/<\/w:t><\/w:r><w:r>(?:<w:rPr><w:rFonts w:hint="eastAsia"\/><\/w:rPr>)?<w:t[^>]*>/g, '');
}

/** The body as it was before runs were cut for tracked changes and marks of comments were put in: for comparing byte by byte. */
export function withoutChanges(xml: string): string {
  return xml
    .replaceAll(/<w:commentRange(?:Start|End) [^>]*\/>/g, '')
    .replaceAll(/<w:r><w:commentReference [^>]*\/><\/w:r>/g, '')
    .replaceAll(
      /<\/w:t><\/w:r><w:del [^>]*><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:delText[^>]*>([^<]*)<\/w:delText><\/w:r><\/w:del><w:ins [^>]*>.*?<\/w:ins><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t xml:space="preserve">/g,
      '$1',
    );
}

/** The paragraph around some words, as XML. */
export function paragraphWith(xml: string, words: string): string {
  const at = xml.indexOf(words);
  const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at));
  return xml.slice(start, xml.indexOf('</w:p>', at) + '</w:p>'.length);
}
