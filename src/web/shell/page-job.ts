import type { ComponentType } from 'preact';
import type { Engine } from '../engine.ts';
import type { Store } from '../store.ts';

/** What the shell hands to every job. */
export interface JobServices {
  readonly engine: Engine;
  readonly store: Store;
}

/** One of the things that the page is for; a job is a folder, and an entry in `jobs.ts`. */
export interface PageJob {
  /** Also its part of the address, behind `#`. */
  readonly id: string;
  readonly title: string;
  readonly Component: ComponentType<JobServices>;
  readonly Help: ComponentType;
}
