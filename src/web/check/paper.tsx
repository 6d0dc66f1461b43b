import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { PLACE_ID } from '../worker/ids.ts';
import type { ReportView } from '../worker/protocol.ts';
import { focusIsLost } from './focus.ts';
import { PaperMarks } from './paper-marks.ts';

/** A place of the report to be shown: the nth place of a finding, or a figure. */
export type PaperPlace = { readonly finding: number; readonly at: number } | { readonly figure: string };

interface PaperProps {
  readonly report: ReportView;
  /** What is selected. */
  readonly finding: number | null;
  readonly figure: string | null;
  /** Figures lit up by the list. */
  readonly pointed: readonly string[];
  readonly place: PaperPlace | null;
  /** The figures that a figure belongs together with. */
  readonly kinOf: (figure: string) => readonly string[];
  readonly onPick: (picked: { readonly finding: number | null; readonly figure: string | null }) => void;
}

/**
 * The report as its readers know it. Its tree is drawn once; what is lit up changes with every move of the mouse and is put on
 * and off its elements directly, since to draw a thousand figures anew for each would be felt.
 */
export function Paper({ report, finding, figure, pointed, place, kinOf, onPick }: PaperProps) {
  const paper = useRef<HTMLElement>(null);
  const marks = useRef<PaperMarks | null>(null);
  const body = useMemo(() => drawn(report.body), [report.body]);

  useEffect(() => {
    marks.current = paper.current && new PaperMarks(paper.current);
  }, [body]);
  useEffect(() => marks.current?.light('pointed', pointed), [pointed, body]);
  useEffect(() => marks.current?.light('kin', figure === null ? [] : kinOf(figure)), [figure, kinOf, body]);
  useEffect(() => marks.current?.light('chosen', figure === null ? [] : [figure]), [figure, body]);
  useEffect(() => marks.current?.select(finding), [finding, body]);
  useEffect(() => {
    marks.current?.dismiss(report.findings.filter(({ state }) => state === 'dismissed').map(({ number }) => number));
  }, [report.findings, body]);
  useEffect(() => {
    if (place === null) return;
    if ('figure' in place) marks.current?.showFigure(place.figure);
    else marks.current?.showPlace(document.getElementById(PLACE_ID(place.finding, place.at)));
  }, [place]);

  const before = useRef(figure);
  useEffect(() => {
    // the panel is closed: the keyboard goes back to the figure that it was about
    if (figure === null && before.current !== null && focusIsLost()) marks.current?.focusFigure(before.current);
    before.current = figure;
  }, [figure]);

  const under = (target: EventTarget | null) => {
    const element = target instanceof Element ? target : null;
    const found = element?.closest<HTMLElement>('[data-finding]:not(.dismissed)')?.dataset['finding'];
    const number = element?.closest<HTMLElement>('[data-figure]')?.dataset['figure'];
    return { finding: found === undefined ? null : Number(found), figure: number ?? null };
  };
  const hover = ({ target }: PointerEvent) => {
    const { figure: over } = under(target);
    marks.current?.light('near', over === null ? [] : kinOf(over));
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      const reached = marks.current?.step(step);
      if (reached) marks.current?.light('near', kinOf(reached));
      event.preventDefault();
    } else if (event.key === 'Enter') {
      onPick(under(event.target));
      event.preventDefault();
    }
  };
  return (
    <article
      ref={paper}
      class="paper"
      tabIndex={0}
      aria-label="报告原文。按左右方向键逐个查看数字，按回车键看它的含义和关系"
      onPointerOver={hover}
      onPointerLeave={() => marks.current?.light('near', [])}
      onKeyDown={press}
      onClick={(event) => {
        event.preventDefault();
        onPick(under(event.target));
      }}
    >
      {body}
    </article>
  );
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

function drawn(body: ReportView['body']): JSX.Element {
  const root: Root = { type: 'root', children: [...body] };
  return toJsxRuntime(root, { Fragment, jsx, jsxs, elementAttributeNameCase: 'html' }) as JSX.Element;
}
