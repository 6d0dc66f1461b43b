#!/usr/bin/env node
// Makes starter.jsonl, the library that the program reads, of the phrases in source/. Run after npm run build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parsePhraseSource, printLibrary } from '../../dist/phrases/index.js';

const folder = new URL('source/', import.meta.url);
const phrases = readdirSync(folder)
  .sort()
  .flatMap((name) => parsePhraseSource(readFileSync(new URL(name, folder), 'utf8'), name));
writeFileSync(new URL('starter.jsonl', import.meta.url), printLibrary(phrases.map(({ phrase }) => phrase)));
process.stdout.write(`${phrases.length}条短语，其中${phrases.filter(({ phrase }) => phrase.slots.length > 0).length}条有待填项\n`);
