import { understand } from '../../src/figures/index.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import type { Report } from '../../src/model/report.ts';

/** A manuscript of plain lines, as the text reader would give it. */
export function manuscriptOf(text: string): Manuscript {
  let offset = 0;
  const paragraphs = text.split('\n').map((line, index) => {
    const start = offset;
    offset += line.length + 1;
    return {
      span: { start, end: start + line.length },
      line: index + 1,
      markerLength: 0,
      outlineLevel: null,
      cell: null,
    };
  });
  return { format: 'text', text, paragraphs, messages: [], notes: [] };
}

export function reportOf(text: string): Report {
  return understand(manuscriptOf(text));
}
