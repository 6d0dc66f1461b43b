import { oldWordText } from '../../src/read/old-word/library.ts';
import { readOldWord } from '../../src/read/old-word/read.ts';

/** What is said of one file: the library's own texts and what the core makes of them, or why there are none. */
export async function judge(file: Uint8Array): Promise<string> {
  try {
    const { text } = await readOldWord('报告.doc', file, oldWordText);
    return JSON.stringify([await oldWordText(file), text]);
  } catch (error) {
    return (error as Error).message;
  }
}

if (typeof postMessage === 'function' && 'WorkerGlobalScope' in globalThis) {
  globalThis.addEventListener('message', ({ data }: MessageEvent<Uint8Array[]>) => {
    void Promise.all(data.map(judge)).then((answers) => postMessage(answers));
  });
}
