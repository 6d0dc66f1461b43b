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
const REFUSED =
  '浏览器不让本页在后台核对，多半是安全设置不许。请用 Edge 或 Chrome 打开本页；仍不行，请把本页复制到这台电脑的文件夹里再打开。';

/**
 * The page's side of the worker. Own code and no library for remote calls, since these leave a call pending for ever when its
 * worker is ended, and ending it is what the stop button does.
 */
export class Engine {
  /** Null where the browser has refused it; each call asks once more. */
  #worker: Worker | null = null;
  #last = 0;
  #ended = false;
  readonly #waiting = new Map<number, Waiting>();
  /** When the worker has answered for the first time; rejects with a {@link CallFault} where the browser refuses it. */
  readonly started: Promise<void>;
  #onStarted: () => void = () => {};
  #onRefused: (reason: Error) => void = () => {};

  constructor() {
    this.started = new Promise((resolve, reject) => {
      this.#onStarted = resolve;
      this.#onRefused = reject;
    });
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
      this.#worker ??= this.#start();
      if (this.#worker === null) {
        reject(new CallFault(REFUSED));
        return;
      }
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      const message: CallMessage<Name> = { id, name, parameters };
      this.#worker.postMessage(message);
    });
  }

  /** Ends whatever is under way, and forgets all that was opened. */
  stop(): void {
    this.#end(new Stopped());
    this.#worker = this.#start();
  }

  /** Ends for good; whatever is still asked comes to nothing. */
  end(): void {
    this.#ended = true;
    this.#end(new Stopped());
  }

  #start(): Worker | null {
    let worker: Worker;
    try {
      worker = new CheckWorker();
    } catch {
      this.#onRefused(new CallFault(REFUSED));
      return null;
    }
    let begun = false;
    worker.addEventListener('message', ({ data }: MessageEvent<ReplyMessage>) => {
      begun = true;
      this.#receive(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      const fault = begun ? new WorkerLost(BROKEN) : new CallFault(REFUSED);
      this.#end(fault);
      // one that has not even begun would not begin the next time either: started at once, it would go on for ever
      if (begun) this.#worker = this.#start();
      else this.#onRefused(fault);
    });
    return worker;
  }

  #end(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(reason);
  }

  #receive(message: ReplyMessage): void {
    if (message.kind === 'ready') {
      this.#onStarted();
      return;
    }
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
