import { InputError } from '../../model/manuscript.ts';

/** What a file is by its content. */
export type Container = { readonly kind: 'xlsx' | 'xls' | 'ods' } | { readonly kind: 'csv'; readonly text: string };

const SAVE_AS = '请用 Excel 或 WPS 打开后另存为 .xlsx';

/**
 * Tells workbooks from what only bears their name. Endings lie (statistics systems export web pages as .xls), so the content
 * decides.
 *
 * @throws InputError with what the file is instead and what to do
 */
export function recogniseContainer(name: string, bytes: Uint8Array): Container {
  if (bytes.length === 0) throw wrong('empty', `${name}：文件是空的（0 字节）。`);
  if (startsWith(bytes, [0x50, 0x4b])) return zipKind(name, bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oleKind(name, bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw wrong('kind', `${name}：这是 PDF 文件，不是工作簿。`);
  const text = decodeText(bytes);
  if (text === null) throw wrong('kind', `${name}：不是工作簿（无法识别的内容）；${SAVE_AS}。`);
  if (/^\s*<(?:!doctype|html|table|meta|\?xml)/iu.test(text)) {
    throw wrong('kind', `${name}：内容是网页或 XML，只是改了扩展名；${SAVE_AS}。`);
  }
  if (/\.(?:csv|tsv)$/iu.test(name)) return { kind: 'csv', text };
  throw wrong('kind', `${name}：内容是纯文本，不是工作簿；若是逗号分隔的表，请把扩展名改为 .csv。`);
}

function zipKind(name: string, bytes: Uint8Array): Container {
  // The names of a zip's parts stand uncompressed in its bytes.
  const names = new TextDecoder('latin1').decode(bytes);
  if (names.includes('xl/workbook.bin')) {
    throw wrong('kind', `${name}：是 .xlsb 二进制工作簿，不能直接读取；${SAVE_AS}。`);
  }
  if (names.includes('word/document.xml')) throw wrong('kind', `${name}：这是 Word 文档，不是工作簿。`);
  if (names.includes('ppt/presentation.xml')) throw wrong('kind', `${name}：这是演示文稿，不是工作簿。`);
  if (!names.includes('PK\u0005\u0006')) {
    throw wrong('damaged', `${name}：文件不完整（可能没有下载或复制完），请重新取得。`);
  }
  if (names.includes('opendocument.spreadsheet')) return { kind: 'ods' };
  if (names.includes('opendocument.')) throw wrong('kind', `${name}：这是 OpenDocument 文档，但不是表格。`);
  if (names.includes('xl/workbook') || names.includes('xl/worksheets')) return { kind: 'xlsx' };
  throw wrong('kind', `${name}：这是压缩包，不是工作簿；如果里面有工作簿，请先解压。`);
}

function oleKind(name: string, bytes: Uint8Array): Container {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (names.includes('EncryptedPackage')) {
    throw wrong('encrypted', `${name}：工作簿设有打开密码；请在 Excel 或 WPS 中取消密码后再试。`);
  }
  if (names.includes('WordDocument')) throw wrong('kind', `${name}：这是 Word 文档，不是工作簿。`);
  if (names.includes('Workbook')) return { kind: 'xls' };
  if (names.includes('Book')) throw wrong('kind', `${name}：是 Excel 95 或更早的格式；${SAVE_AS}。`);
  throw wrong('damaged', `${name}：文件已损坏，或不是工作簿；${SAVE_AS}。`);
}

function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? null : text;
    } catch {
      // The next encoding may fit.
    }
  }
  return null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function wrong(what: string, message: string): InputError {
  return new InputError(`workbook-${what}`, message);
}
