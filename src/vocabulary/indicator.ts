import type { FigureKind } from '../model/figure.ts';

/**
 * state: at one time it has one value, so two figures of the same name must agree;
 * flow: an amount of one project or period, which may rightly be told several times with different values.
 */
export type IndicatorNature = 'state' | 'flow';

/** A quantity that reports of this kind name. */
export interface Indicator {
  /** English, stable, kebab-case. */
  readonly id: string;
  /** Official name, without stage. */
  readonly name: string;
  /** Base unit, null for a bare coefficient. */
  readonly unit: string | null;
  readonly kind: FigureKind;
  readonly nature: IndicatorNature;
  /** Other names that reports use, without stage and scope. */
  readonly aliases: readonly string[];
  /** Plausible values for a county, in the base unit; outside it a figure is worth a second look. */
  readonly plausible?: readonly [number, number];
  /** How it is derived: numerator and denominator (ids) and the factor, 100 for per cent and per hundred. */
  readonly ratioOf?: readonly [string, string, number];
  /** Decimal places a report prints. */
  readonly places: number;
}
