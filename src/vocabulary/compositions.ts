/**
 * Indicators that together make up another one without overlap, so that their sum may be demanded even where a report
 * tells them apart from each other: how disabled children are schooled (教督〔2012〕3号, work indicator A3).
 */
export const COMPOSITIONS: readonly (readonly string[])[] = [
  ['disabled-special-school', 'disabled-inclusive', 'disabled-home'],
];
