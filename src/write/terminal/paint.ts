/** What a piece of output is, for whoever colours it. */
export type Tone = 'error' | 'warning' | 'quiet' | 'strong';

/** Colours a piece of output; given by the program, since only it knows whether a terminal reads it. */
export type Paint = (tone: Tone, text: string) => string;

/** For files and pipes: every text as it is. */
export const unpainted: Paint = (_, text) => text;
