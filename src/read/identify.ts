/** What a file is by its first bytes, whatever its name says; `text` where no signature speaks against it. */
export type Content =
  | 'zip'
  | 'old-word-file'
  | 'encrypted-file'
  | 'workbook-file'
  | 'slides-file'
  | 'unknown-container'
  | 'pdf-file'
  | 'rtf-file'
  | 'image-file'
  | 'archive-file'
  | 'text';

/** Signatures at the start of a file, in Latin-1. */
const signatures: readonly (readonly [string, Content])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['PK\x07\x08', 'zip'],
  ['{\\rtf', 'rtf-file'],
  ['\x89PNG', 'image-file'],
  ['\xff\xd8\xff', 'image-file'],
  ['GIF8', 'image-file'],
  ['II*\x00', 'image-file'],
  ['MM\x00*', 'image-file'],
  ['Rar!', 'archive-file'],
  ['7z\xbc\xaf\x27\x1c', 'archive-file'],
  ['\x1f\x8b', 'archive-file'],
];

/** Streams that tell what an OLE compound file holds; the first that is found decides. */
const streams: readonly (readonly [string, Content])[] = [
  // An encrypted .docx is an OLE file around the encrypted zip.
  ['EncryptedPackage', 'encrypted-file'],
  // Before the workbook: a Word file may have a workbook embedded, the other way round is rare.
  ['WordDocument', 'old-word-file'],
  ['Workbook', 'workbook-file'],
  ['PowerPoint Document', 'slides-file'],
];

/** Looks at the bytes of a file and says what it is. */
export function identify(bytes: Uint8Array): Content {
  const head = latin1(bytes.subarray(0, 1024));
  for (const [signature, content] of signatures) {
    if (head.startsWith(signature)) return content;
  }
  // BM alone could begin an English text; the four reserved zero bytes of the header do not.
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return 'image-file';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image-file';
  if (head.slice(4, 8) === 'ftyp') return 'image-file';
  // The PDF header may stand behind some bytes of another making.
  if (/(?:^|[\r\n\0])%PDF-\d/.test(head) || head.startsWith('\xef\xbb\xbf%PDF-')) return 'pdf-file';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return identifyCompound(bytes);
  return 'text';
}

/** Stream names stand in the directory of a compound file as UTF-16; searching for them needs no parser of the format. */
function identifyCompound(bytes: Uint8Array): Content {
  for (const [name, content] of streams) {
    if (includesUtf16(bytes, name)) return content;
  }
  return 'unknown-container';
}

function includesUtf16(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let matched = 0;
    while (
      matched < name.length &&
      bytes[at + 2 * matched] === name.charCodeAt(matched) &&
      bytes[at + 2 * matched + 1] === 0
    ) {
      matched += 1;
    }
    if (matched === name.length) return true;
  }
  return false;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
