import { oldWordText } from '../read/old-word/library.ts';

/** The program that {@link READERS} starts for an old Word file: the file on standard input, its texts as JSON on standard output. */
const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
process.stdout.write(JSON.stringify(await oldWordText(Buffer.concat(chunks))));
