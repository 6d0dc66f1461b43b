import type { Plugin } from 'vite';

export function oldWordInBrowser(): Plugin;
