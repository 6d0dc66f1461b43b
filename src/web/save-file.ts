import type { MadeFile } from './worker/protocol.ts';

/** Hands a file to the browser, which puts it where the person's downloads go. */
export function saveFile({ name, mediaType, bytes }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken hold of it by the next turn; kept, it would stay in memory as long as the page
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
