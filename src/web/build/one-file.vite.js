import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const NOTICE = new URL('../unable-notice.js', import.meta.url);

/**
 * Puts a built page's script and style into its HTML, and a policy that lets them, and nothing else, run: no connection, no
 * picture from anywhere, no frame, no form. The policy names both by their hash, so that not even a slip that wrote a report's
 * text as markup could make the browser run it. Before the script stands the notice for browsers that cannot run it, as written:
 * compiled, it would be for newer ones. Own code, since the plugins for this know no policy.
 * @param {string} fileName of the page
 * @param {() => string} licences of what is bundled, asked when all is
 */
export function oneFile(fileName, licences) {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const page = files.find((file) => file.fileName.endsWith('.html'));
      const style = files.find((file) => file.fileName.endsWith('.css'));
      const script = files.find((file) => file.type === 'chunk' && file.isEntry);
      const others = files.filter((file) => file !== page && file !== style && file !== script);
      if (!page || !style || !script || others.length > 0) {
        throw new Error(`unexpected files for one page: ${files.map((file) => file.fileName).join(', ')}`);
      }
      // the only text that could end the element
      const code = script.code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\x21--');
      const notice = readFileSync(NOTICE, 'utf8').trim();
      const css = String(style.source).trim();
      const policy = [
        "default-src 'none'",
        `script-src '${hashOf(notice)}' '${hashOf(code)}'`,
        `style-src '${hashOf(css)}'`,
        // the worker comes out of the script
        'worker-src blob:',
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ');
      page.source = String(page.source)
        .replace(/\s*<script type="module"[^>]*><\/script>/u, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/u, '')
        .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
        .replace('</head>', () => `  <style>${css}</style>\n  </head>`)
        .replace('</body>', () => `  <script type="text/plain" id="licences">${licences().replaceAll('<', '‹')}</script>\n  </body>`)
        .replace('</body>', () => `  <script>${notice}</script>\n  </body>`)
        .replace('</body>', () => `  <script type="module">${code}</script>\n  </body>`);
      page.fileName = fileName;
      delete bundle[style.fileName];
      delete bundle[script.fileName];
    },
  };
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
