import type { Manuscript, Paragraph } from '../model/manuscript.ts';
import type { Section, SectionLevel } from '../model/section.ts';
import { itemsOf } from './items.ts';
import { markerOf } from './marker.ts';
import { roleOf } from './role.ts';

type Heading = Omit<Section, 'extent'>;

const TITLE_WORD = /报告|汇报|讲话|总结|材料|方案|通报|说明|公报|自评|自查/;
const LONGEST_TITLE = 60;
/** A numbered paragraph without any stop is a heading of its own up to this length; a longer one is a numbered item of text. */
const LONGEST_HEADING = 60;

/** The sections of a manuscript in reading order: titles, headings of four levels, and items counted off in running text. */
export function sectionsOf(manuscript: Manuscript): Section[] {
  const headings: Heading[] = [];
  let bodyStart = 0;
  const flush = (end: number): void => {
    headings.push(...itemHeadings(manuscript.text, bodyStart, end));
  };
  const attachments = attachmentTitles(manuscript);
  const titles = titleParagraphs(manuscript, attachments);
  for (const paragraph of manuscript.paragraphs) {
    if (paragraph.cell) continue;
    const heading = attachments.has(paragraph)
      ? { ...titleOf(manuscript, paragraph), isAttachment: true as const }
      : titles.includes(paragraph)
        ? titleOf(manuscript, paragraph)
        : headingOf(manuscript, paragraph);
    if (!heading) continue;
    flush(heading.span.start);
    headings.push(heading);
    bodyStart = heading.span.end;
  }
  flush(manuscript.text.length);
  return headings.map((heading, index) => ({
    ...heading,
    extent: { start: heading.span.start, end: extentEnd(manuscript, headings, index) },
  }));
}

function extentEnd(manuscript: Manuscript, headings: readonly Heading[], index: number): number {
  const level = headings[index]?.level ?? 0;
  const next = headings.find((heading, at) => at > index && heading.level <= level);
  return next?.span.start ?? manuscript.text.length;
}

/** The first lines up to the one that says what the document is: an office's name and “关于…的报告” make one title on two lines. */
function titleParagraphs(manuscript: Manuscript, attachments: ReadonlySet<Paragraph>): Paragraph[] {
  const marked = manuscript.paragraphs.filter((one) => one.outlineLevel === 0 && !attachments.has(one));
  if (marked.length > 0) return marked;
  const lines: Paragraph[] = [];
  for (const paragraph of manuscript.paragraphs) {
    const text = manuscript.text.slice(paragraph.span.start, paragraph.span.end).trim();
    if (text === '') continue;
    if (
      paragraph.cell ||
      text.length > LONGEST_TITLE ||
      /[。；：:，,！？]$/.test(text) ||
      markerOf(text) ||
      lines.length === 3
    )
      return [];
    lines.push(paragraph);
    if (TITLE_WORD.test(text)) return lines;
  }
  return [];
}

/** 附件1 on a line of its own. */
const ATTACHMENT = /^附\s*件\s*(?:[\d一二三四五六七八九十]{1,3})?\s*[：:]?$/;

/** The unnumbered heading that comes next after 附件1 names the attachment: it is no part of the report's title. */
function attachmentTitles({ text, paragraphs }: Manuscript): ReadonlySet<Paragraph> {
  const titles = new Set<Paragraph>();
  let isBehind = false;
  for (const paragraph of paragraphs) {
    const line = text.slice(paragraph.span.start, paragraph.span.end).trim();
    if (line === '') continue;
    const isMarked = paragraph.outlineLevel === 0 || paragraph.outlineLevel === 1;
    if (isBehind && isMarked && !paragraph.cell && markerOf(line) === null) titles.add(paragraph);
    // its title may stand on two lines
    isBehind = !paragraph.cell && (ATTACHMENT.test(line) || titles.has(paragraph));
  }
  return titles;
}

function titleOf(manuscript: Manuscript, paragraph: Paragraph): Heading {
  const text = manuscript.text.slice(paragraph.span.start, paragraph.span.end);
  const start = paragraph.span.start + (text.length - text.trimStart().length);
  const title = text.trim();
  return {
    level: 0,
    marker: '',
    ordinal: null,
    title,
    runIn: false,
    role: null,
    span: { start, end: start + title.length },
  };
}

function headingOf(manuscript: Manuscript, paragraph: Paragraph): Heading | null {
  const text = manuscript.text.slice(paragraph.span.start, paragraph.span.end);
  const marker = markerOf(text);
  if (!marker) return styledHeading(manuscript, paragraph, text);
  const body = text.slice(marker.length);
  if (body.trim() === '') return null;
  const stop = body.search(/[。！？]/);
  let length = stop < 0 ? body.trimEnd().length : stop;
  if (stop < 0 && body.length > LONGEST_HEADING) length = firstOf(body, /[：:，,；;]/);
  else if (marker.level >= 3) {
    // 1、教学设施：… : the name of the item ends at its colon
    const colon = body.slice(0, length).search(/[：:]/);
    if (colon > 0 && colon <= 20) length = colon;
  }
  const title = body.slice(0, length).trim();
  const rest = body.slice(length).replace(/^[。！？：:]/, '');
  const lead = text.length - text.trimStart().length;
  return {
    level: marker.level,
    marker: marker.text,
    ordinal: marker.ordinal,
    title,
    runIn: rest.trim() !== '',
    role: roleOf(title),
    span: { start: paragraph.span.start + lead, end: paragraph.span.start + marker.length + length },
  };
}

/** A heading that only its style in Word or its # in Markdown marks. */
function styledHeading(manuscript: Manuscript, paragraph: Paragraph, text: string): Heading | null {
  const level = paragraph.outlineLevel;
  if (level === null || level === 0 || level > 4 || text.trim() === '') return null;
  const start = paragraph.span.start + (text.length - text.trimStart().length);
  const title = text.trim().replace(/[。：:]$/, '');
  return {
    level: level as SectionLevel,
    marker: '',
    ordinal: null,
    title,
    runIn: false,
    role: roleOf(title),
    span: { start, end: Math.min(start + title.length, manuscript.text.length) },
  };
}

function itemHeadings(text: string, start: number, end: number): Heading[] {
  return itemsOf(text.slice(start, end)).map((item) => {
    const title = text.slice(start + item.start + item.marker.length, start + item.titleEnd).replace(/^[，、,：:]/, '');
    return {
      level: 5 as const,
      marker: item.marker,
      ordinal: item.ordinal,
      title,
      runIn: true,
      role: roleOf(title),
      span: { start: start + item.start, end: start + item.titleEnd },
    };
  });
}

function firstOf(text: string, pattern: RegExp): number {
  const found = text.search(pattern);
  return found < 0 ? text.length : found;
}
