import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { htmlPage } from './page.ts';

/** The page of one or several documents to look at, each a safe tree with the name of its file. */
export function previewPage(documents: readonly { readonly file: string; readonly content: Root }[]): string {
  const title = documents.map(({ file }) => file).join('、');
  return htmlPage(
    title,
    'main{max-width:56rem;margin:2rem auto;padding:0 1rem}.file{color:var(--quiet)}.paper ol,.paper ul{padding-left:1.6rem}',
    [
      h(
        'main',
        documents.flatMap(({ file, content }) => [
          h('p', { className: 'file' }, file),
          h('article', { className: 'paper' }, content.children as ElementContent[]),
        ]),
      ),
    ],
  );
}
