import { useEffect, useRef } from 'preact/hooks';
import { RELATION_WORDS, VERDICT_WORDS } from '../../write/told.ts';
import type { FigureView, ReportView } from '../worker/protocol.ts';

interface FigurePanelProps {
  readonly figure: FigureView;
  readonly report: ReportView;
  readonly onGoToFigure: (id: string) => void;
  readonly onGoTo: (number: number) => void;
  readonly onClose: () => void;
}

/** What the program makes of one figure: its name, what its printed digits may stand for, and what it was tested against. */
export function FigurePanel({ figure, report, onGoToFigure, onGoTo, onClose }: FigurePanelProps) {
  const { id, text, name, facts, relations } = figure;
  const panel = useRef<HTMLElement>(null);
  // what was pressed may stand at the other end of the page, or be gone with the figure shown before
  useEffect(() => panel.current?.focus({ preventScroll: true }), [id]);
  const findings = report.findings.filter((finding) => finding.figures.includes(id));
  return (
    <section
      ref={panel}
      tabIndex={-1}
      class="figure-panel"
      aria-label={`数字${text}`}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <header>
        <h2>
          {text}
          <span>{name}</span>
        </h2>
        <button type="button" class="plain" onClick={onClose}>
          关闭
        </button>
      </header>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {findings.length > 0 && (
        <p class="found">
          问题
          {findings.map(({ number, severity }) => (
            <button key={number} type="button" class={`number ${severity}`} onClick={() => onGoTo(number)}>
              {number}
            </button>
          ))}
        </p>
      )}
      <h3>参与的关系{relations.length > 0 ? `（${relations.length}条）` : ''}</h3>
      {relations.length === 0 && <p class="quiet">没有找到与它有关、可以核对的数。</p>}
      <ul>
        {relations.map((index) => {
          const relation = report.relations[index];
          if (relation === undefined) return null;
          const { type, verdict, check, because, figures } = relation;
          return (
            <li key={index} class={verdict}>
              <b>{VERDICT_WORDS[verdict]}</b>
              <span class="type">{RELATION_WORDS[type]}</span>
              <span class="sum">{check}</span>
              {because !== null && <span class="quiet">（{because}）</span>}
              <span class="members">
                {[...new Set(figures)]
                  .filter((other) => other !== id)
                  .slice(0, MOST)
                  .map((other) => (
                    <button key={other} type="button" class="link" onClick={() => onGoToFigure(other)}>
                      {report.figures.find((one) => one.id === other)?.text}
                    </button>
                  ))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Links to other figures of one relation; a total of a long table has dozens, and the table shows them itself. */
const MOST = 8;
