/** A piece of text on a page of a test; places in points from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees, anticlockwise. */
  readonly turned?: number;
}

export interface PdfOptions {
  /** Leave out the table that says which character a code stands for. */
  readonly unnamed?: boolean;
}

/**
 * A PDF with a text layer, small but complete, as bytes. Characters are as wide as they are high, ASCII half of it; the font is
 * not embedded, which does not matter to who reads the text.
 */
export function buildPdf(pages: readonly (readonly PlacedText[])[], { unnamed = false }: PdfOptions = {}): Uint8Array {
  const characters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const code = (character: string) => (characters.indexOf(character) + 1).toString(16).padStart(4, '0');
  const mapping = characters.map((character) => `<${code(character)}> <${utf16(character)}>`);
  const blocks = chunks(mapping, 100).map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
  const widths = characters.map((character, index) => `${index + 1} [${/[ -~]/.test(character) ? 500 : 1000}]`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + 2 * index} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R]${unnamed ? '' : ' /ToUnicode 6 0 R'} >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [${widths.join(' ')}] >>`,
    '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 800 /StemV 80 >>',
    stream(toUnicode),
    ...pages.flatMap((texts, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${8 + 2 * index} 0 R >>`,
      stream(texts.map((text) => shown(text, code)).join('\n')),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`;
  return new TextEncoder().encode(file);
}

/** Lines of a page in 10-point type, 20 points apart from y = 780 down, each at its left edge. */
export function column(lines: readonly string[], left = 100): PlacedText[] {
  return lines.map((line, index) => {
    const text = line.replace(/^　+/u, '');
    return { text, x: left + 10 * (line.length - text.length), y: 780 - 20 * index };
  });
}

function shown({ text, x, y, size = 10, turned = 0 }: PlacedText, code: (character: string) => string): string {
  const [sine, cosine] = [Math.sin((turned * Math.PI) / 180), Math.cos((turned * Math.PI) / 180)];
  const matrix = [cosine, sine, -sine, cosine, x, y].map((one) => one.toFixed(4)).join(' ');
  return `BT /F ${size} Tf ${matrix} Tm <${[...text].map(code).join('')}> Tj ET`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function utf16(character: string): string {
  return Array.from({ length: character.length }, (_, index) =>
    character.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('');
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
