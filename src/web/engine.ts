import type { CallMessage, Calls, Progress, ReplyMessage } from './worker/protocol.ts';
import CheckWorker from './worker/worker.ts?worker&inline';

/** A call that did not come to its end; the message is a sentence for the person. */
export class CallFault extends Error {
  override readonly name = 'CallFault';
}

/** A call that the person stopped. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

const BROKEN = '浏览器中断了核对，多半是文件过大、内存不够。请关掉别的网页再试一次，或把报告拆成几份。';

/**
 * The page's side of the worker. Own code and no library for remote calls, since these leave a call pending for ever when its
 * worker is ended, and ending it is what the stop button does.
 */
export class Engine {
  #worker: Worker;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor() {
    this.#worker = this.#start();
  }

  /** Asks the worker for something; rejects with {@link CallFault} or {@link Stopped}. */
  call<Name extends keyof Calls>(
    name: Name,
    parameters: Parameters<Calls[Name]>,
    onProgress?: (progress: Progress) => void,
  ): Promise<ReturnType<Calls[Name]>> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      const message: CallMessage<Name> = { id, name, parameters };
      this.#worker.postMessage(message);
    });
  }

  /** Ends whatever is under way, and forgets all that was opened. */
  stop(): void {
    this.#restart(new Stopped());
  }

  #start(): Worker {
    const worker = new CheckWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<ReplyMessage>) => this.#receive(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#restart(new CallFault(BROKEN));
    });
    return worker;
  }

  #restart(reason: Error): void {
    this.#worker.terminate();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#worker = this.#start();
    for (const { reject } of waiting) reject(reason);
  }

  #receive(message: ReplyMessage): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    if (message.kind === 'progress') {
      waiting.onProgress?.(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.kind === 'result') waiting.resolve(message.result as never);
    else waiting.reject(new CallFault(message.message));
  }
}
