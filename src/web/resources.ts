import { parseStandard } from '../standards/parse.ts';
import type { Standard } from '../standards/standard.ts';

/** The national regulations, carried inside the page. */
export function nationalStandards(): Standard[] {
  const files = import.meta.glob<string>('../standards/national/*.yaml', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  return Object.entries(files).map(([path, text]) => parseStandard(path.replace(/^.*\//u, ''), text));
}
