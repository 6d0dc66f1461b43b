import { SaxesParser } from 'saxes';

/** Reads XML strictly; throws where it is not well-formed. */
export function parseXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}
