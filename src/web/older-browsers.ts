/**
 * What the core and the libraries call and older browsers lack, in the page and in the worker: imported before all else. Offices
 * still have Chrome 109, the last one for Windows 7, and browsers made of Chromium 86 and later. Own code, since each is a line or
 * two; of core-js, which has them all, an install script would come along. What the library for PDF brings for itself is not here.
 */
const TYPED_ARRAYS: object = Object.getPrototypeOf(Uint8Array.prototype);

type List = ArrayLike<unknown>;

function at(this: List | string, place: number): unknown {
  const whole = Math.trunc(place) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex(this: List, is: (item: unknown, index: number, list: List) => boolean): number {
  for (let index = this.length - 1; index >= 0; index -= 1) if (is(this[index], index, this)) return index;
  return -1;
}

function findLast(this: List, is: (item: unknown, index: number, list: List) => boolean): unknown {
  return this[findLastIndex.call(this, is)];
}

/** By browser version that has them, the newest last. */
const ADDED: readonly (readonly [owner: object, name: string, added: (...parameters: never[]) => unknown])[] = [
  // Chrome 92
  [Array.prototype, 'at', at],
  [TYPED_ARRAYS, 'at', at],
  [String.prototype, 'at', at],
  // Chrome 93
  [Object, 'hasOwn', (owner: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, name)],
  // Chrome 97
  [Array.prototype, 'findLast', findLast],
  [Array.prototype, 'findLastIndex', findLastIndex],
  [TYPED_ARRAYS, 'findLast', findLast],
  [TYPED_ARRAYS, 'findLastIndex', findLastIndex],
  // Chrome 98
  [globalThis, 'structuredClone', (value: unknown) => cloned(value, new Map())],
  // Chrome 110
  [
    Array.prototype,
    'toReversed',
    function (this: unknown[]) {
      return [...this].reverse();
    },
  ],
  [
    Array.prototype,
    'toSorted',
    function (this: unknown[], order?: (a: unknown, b: unknown) => number) {
      return [...this].sort(order);
    },
  ],
  [
    Array.prototype,
    'toSpliced',
    function (this: unknown[], ...change: [number, number]) {
      const copy = [...this];
      copy.splice(...change);
      return copy;
    },
  ],
  [
    Array.prototype,
    'with',
    function (this: unknown[], place: number, item: unknown) {
      const copy = [...this];
      copy[place < 0 ? copy.length + place : place] = item;
      return copy;
    },
  ],
  // Chrome 126
  [URL, 'parse', parsedAddress],
];

function parsedAddress(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** Of what the library for PDF sends itself: plain objects, lists, maps and bytes; nothing is taken from the sender. */
function cloned(value: unknown, done: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (done.has(value)) return done.get(value);
  const keep = <Copy extends object>(copy: Copy): Copy => {
    done.set(value, copy);
    return copy;
  };
  if (value instanceof ArrayBuffer) return keep(value.slice(0));
  if (ArrayBuffer.isView(value)) return keep((value as Uint8Array).slice());
  if (value instanceof Date) return keep(new Date(value));
  if (value instanceof Map) {
    const copy = keep(new Map());
    for (const [key, item] of value) copy.set(cloned(key, done), cloned(item, done));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set());
    for (const item of value) copy.add(cloned(item, done));
    return copy;
  }
  const copy = keep(Array.isArray(value) ? [] : value instanceof Error ? new Error(value.message) : {});
  for (const [name, item] of Object.entries(value)) (copy as Record<string, unknown>)[name] = cloned(item, done);
  return copy;
}

for (const [owner, name, value] of ADDED) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
