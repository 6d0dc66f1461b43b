/**
 * What browsers have learned since Chromium 86, the oldest that offices are known to use, as source text that makes a browser
 * forget it. Owners that a browser does not have are passed over.
 */
const NEWER: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': 'at findLast findLastIndex toReversed toSorted toSpliced with group groupToMap'.split(' '),
  Array: ['fromAsync'],
  'Object.getPrototypeOf(Uint8Array.prototype)': 'at findLast findLastIndex toReversed toSorted with'.split(' '),
  'Uint8Array.prototype': ['toHex', 'toBase64', 'setFromHex', 'setFromBase64'],
  Uint8Array: ['fromHex', 'fromBase64'],
  'String.prototype': ['at', 'isWellFormed', 'toWellFormed'],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  'Map.prototype': ['getOrInsert', 'getOrInsertComputed'],
  'WeakMap.prototype': ['getOrInsert', 'getOrInsertComputed'],
  'Set.prototype': 'union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom'.split(
    ' ',
  ),
  'Object.getPrototypeOf(Object.getPrototypeOf([].values()))':
    'map filter take drop flatMap reduce toArray forEach some every find'.split(' '),
  Promise: ['withResolvers', 'try'],
  'ArrayBuffer.prototype': ['transfer', 'transferToFixedLength', 'resize'],
  Math: ['sumPrecise', 'f16round'],
  RegExp: ['escape'],
  Error: ['isError'],
  Intl: ['Segmenter', 'DurationFormat'],
  URL: ['parse', 'canParse'],
  AbortSignal: ['any', 'timeout'],
  ReadableStream: ['from'],
  'ReadableStream.prototype': ['values', 'Symbol.asyncIterator'],
  'Blob.prototype': ['bytes'],
  'Response.prototype': ['bytes'],
  crypto: ['randomUUID'],
  'Object.getPrototypeOf(crypto)': ['randomUUID'],
  globalThis: ['structuredClone', 'Iterator', 'reportError', 'scheduler'],
  'globalThis.Element && Element.prototype': ['checkVisibility', 'setHTML', 'getHTML'],
  'globalThis.Document && Document.prototype': ['startViewTransition'],
};

/** A script that forgets them, in the page or in a worker. */
export const FORGET = `(() => {
  for (const [owner, names] of [${Object.entries(NEWER).map(([owner, names]) => `[${owner}, ${JSON.stringify(names)}]`)}]) {
    if (owner) for (const name of names) delete owner[name === 'Symbol.asyncIterator' ? Symbol.asyncIterator : name];
  }
})();`;

/** A script for the page that forgets them there, and in every worker that is made out of it. */
export const FORGET_EVERYWHERE = `${FORGET}
const forget = ${JSON.stringify(FORGET)};
globalThis.Blob = class extends Blob {
  constructor(parts, options) {
    super(options && /javascript/.test(options.type) ? [forget, ...parts] : parts, options);
  }
};`;
