const DRIVE = /^[A-Za-z]:$/u;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * A file as the person named it, as a URI reference (RFC 3986): what is relative stays relative, a full path becomes a `file:`
 * URI, `-` (standard input) is told in words. Backslashes separate folders, since reports are checked on Windows.
 */
export function fileUri(file: string): string {
  if (file === '-') return encoded('标准输入');
  const path = file.replaceAll('\\', '/');
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const [first = ''] = segments;
  const [drive, folders] = DRIVE.test(first) ? [first, segments.slice(1)] : ['', segments];
  const printed = folders.map(encoded).join('/');
  if (drive !== '') return `file:///${drive}/${printed}`;
  // a share of another computer: its name is the authority
  if (path.startsWith('//')) return `file://${printed}`;
  return path.startsWith('/') ? `file:///${printed}` : printed;
}

/** Colons too, which in the first segment would be taken for the end of a scheme. */
function encoded(segment: string): string {
  return encodeURIComponent(segment.replaceAll(LONE_SURROGATE, '\ufffd'));
}
