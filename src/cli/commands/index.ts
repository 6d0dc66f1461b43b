import type { Command } from 'commander';

/** Each adds one command to the program; what a command needs is imported only when it runs, so that every start is quick. */
export const COMMANDS: readonly ((program: Command) => void)[] = [];
