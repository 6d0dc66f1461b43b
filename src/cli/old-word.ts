import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DocumentReaders, OldWordText } from '../read/readers.ts';

const TIME_LIMIT = 30_000;
const MEMORY_LIMIT_MB = 512;
const READER = fileURLToPath(new URL('./old-word-process.js', import.meta.url));

/** What the terminal program can read beyond the core. */
export const READERS: DocumentReaders = { oldWord: readOldWordFile };

/**
 * Reads an old Word file in a process of its own, although the core's guard keeps from the library all files whose links run in a
 * circle or that make more text than they hold. What the guard cannot count is time: where tracked changes delete the end of a
 * field, the library looks for it in all the text, in time that grows with its square. And what the guard has not thought of
 * shall end that process only; a thread would not do, since running out of memory ends its whole process.
 * Started only when such a file comes.
 */
function readOldWordFile(bytes: Uint8Array): Promise<OldWordText> {
  return new Promise<OldWordText>((resolve, reject) => {
    const reader = spawn(process.execPath, [`--max-old-space-size=${MEMORY_LIMIT_MB}`, READER], {
      // What the library or Node itself complains about on the way would help nobody.
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: TIME_LIMIT,
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    reader.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    reader.once('error', reject);
    reader.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as OldWordText);
      else reject(new Error(`exit code ${code}`));
    });
    // A reader that ended early does not take the rest of the file; how it ended is told above.
    reader.stdin.on('error', () => undefined);
    reader.stdin.end(bytes);
  });
}
