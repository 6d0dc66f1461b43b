import type { CallMessage, Calls, Progress, ReplyMessage } from './worker/protocol.ts';
import CheckWorker from './worker/worker.ts?worker&inline';

/** A call that did not come to its end; the message is a sentence for the person. */
export class CallFault extends Error {
  override readonly name = 'CallFault';
}

/** A call that came to nothing because the worker was ended, and with it all that it knew. */
export class WorkerLost extends CallFault {}

/** A call that the person stopped; the worker knows nothing any more. */
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
  #ended = false;
  readonly #waiting = new Map<number, Waiting>();

  constructor() {
    this.#worker = this.#start();
  }

  /** Asks the worker for something; rejects with {@link CallFault}, {@link WorkerLost} or {@link Stopped}. */
  call<Name extends keyof Calls>(
    name: Name,
    parameters: Parameters<Calls[Name]>,
    onProgress?: (progress: Progress) => void,
  ): Promise<ReturnType<Calls[Name]>> {
    if (this.#ended) return Promise.reject(new Stopped());
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

  /** Ends for good; whatever is still asked comes to nothing. */
  end(): void {
    this.#ended = true;
    this.#worker.terminate();
    this.#rejectAll(new Stopped());
  }

  #start(): Worker {
    const worker = new CheckWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<ReplyMessage>) => this.#receive(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#restart(new WorkerLost(BROKEN));
    });
    return worker;
  }

  #restart(reason: Error): void {
    this.#worker.terminate();
    this.#worker = this.#start();
    this.#rejectAll(reason);
  }

  #rejectAll(reason: Error): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
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
