import { CheckHelp } from '../check/check-help.tsx';
import { CheckJob } from '../check/check-job.tsx';
import type { PageJob } from './page-job.ts';

/** In the order of the bar; the first is shown at the start. */
export const JOBS: readonly [PageJob, ...PageJob[]] = [
  { id: 'check', title: '核对', Component: CheckJob, Help: CheckHelp },
];
