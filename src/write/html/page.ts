import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/**
 * One self-contained page: no script, no request. Made as a tree, so that no text of a report can be taken for markup.
 * @param style CSS of the page's own
 */
export function htmlPage(title: string, style: string, body: readonly ElementContent[]): string {
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'zh-CN' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', {
            httpEquiv: 'Content-Security-Policy',
            content: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
          }),
          h('title', title),
          styleElement(`${BASE_STYLE}${style}`),
        ]),
        h('body', [...body]),
      ]),
    ],
  };
  return `${unified().use(rehypeStringify).stringify(page)}\n`;
}

function styleElement(css: string): Element {
  return { type: 'element', tagName: 'style', properties: {}, children: [{ type: 'text', value: css }] };
}

/** Colours and type of all pages: calm, official, one accent colour; fonts that Windows, macOS and Linux have. */
export const BASE_STYLE = `
:root{--ink:#1d2430;--quiet:#5c6675;--line:#dbe0e7;--paper:#fff;--ground:#f4f6f8;--accent:#1f5a99;--error:#b3261e;--error-ground:#fbe3e1;--warning:#8a5a00;--warning-ground:#fdf0cf;--info:#3d5a73;--info-ground:#e3edf5}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.75 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
a{color:var(--accent)}
.paper{background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:2.5rem 3rem;overflow-wrap:anywhere}
.paper h1{font-size:1.5rem;text-align:center;line-height:1.5;margin:.5rem 0 1.5rem}
.paper h2{font-size:1.2rem;margin:1.6rem 0 .4rem}
.paper h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
.paper h4,.paper h5,.paper h6{font-size:1rem;margin:.9rem 0 .2rem}
.paper p{margin:.35rem 0;white-space:pre-wrap;min-height:1em}
.paper table{border-collapse:collapse;margin:.8rem 0;max-width:100%;font-size:.9rem}
.paper td,.paper th{border:1px solid var(--line);padding:.25rem .55rem;vertical-align:top;text-align:left;font-weight:normal}
.paper td p{margin:0}
@media print{body{background:#fff;font-size:11pt}.paper{border:0;padding:0}}
@media (max-width:60rem){.paper{padding:1.25rem}}
`;
