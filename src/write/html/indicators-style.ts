/** The page of indicators: one column, the verdict above, charts with their tables beside them; on paper a section never begins with a torn chart. */
export const INDICATORS_STYLE = `
main{max-width:82rem;margin:0 auto;padding:1rem 1.5rem 4rem}
header{border-bottom:3px solid var(--accent);margin-bottom:1.25rem;padding-bottom:.75rem}
header h1{font-size:1.4rem;margin:.5rem 0 .25rem}
header .name{color:var(--quiet);font-size:.9rem;margin:0}
.verdict{background:var(--paper);border:1px solid var(--line);border-left:6px solid var(--info);border-radius:4px;padding:.6rem 1.1rem;margin:1rem 0}
.verdict.missed{border-left-color:var(--error)}
.verdict.met{border-left-color:#2e7d32}
.verdict p{margin:.35rem 0}
.verdict p:first-child{font-weight:bold}
h2{font-size:1.15rem;margin:2.2rem 0 .6rem;border-left:4px solid var(--accent);padding-left:.6rem}
h3{font-size:1rem;margin:1.2rem 0 .4rem}
table{border-collapse:collapse;background:var(--paper);font-size:.86rem;line-height:1.5;margin:.5rem 0;max-width:100%}
caption{text-align:left;font-weight:bold;padding:.2rem 0;font-size:.95rem}
td,th{border:1px solid var(--line);padding:.2rem .5rem;text-align:left;vertical-align:top}
th{background:#eaf0f6;font-weight:bold}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.short{white-space:nowrap}
td.missed{background:var(--error-ground);color:var(--error)}
td.met{color:#2e7d32}
td.hint{background:var(--warning-ground)}
.wide{overflow-x:auto}
figure{margin:1rem 0 1.4rem;background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:.8rem 1rem;display:grid;grid-template-columns:minmax(0,3fr) minmax(17rem,2fr);gap:0 1.5rem;align-items:start}
figure.whole{display:block}
figcaption{grid-column:1/-1;font-weight:bold;margin-bottom:.3rem}
figcaption span{font-weight:normal;color:var(--quiet);font-size:.88rem}
svg.chart{width:100%;height:auto;max-width:48rem;display:block}
.chart text{font-size:12px;fill:var(--ink);paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
.chart .name{text-anchor:end}
.chart .bar{fill:#7c9cc0}
.chart .bar.missed{fill:#c8574f}
.chart text.value{fill:var(--quiet)}
.chart text.missed{fill:var(--error);font-weight:bold}
.chart .mark{stroke:var(--ink);stroke-width:1.3;stroke-dasharray:5 3}
.chart .base{stroke:var(--line)}
.chart .mark-name{text-anchor:middle;font-size:11.5px}
.chart .mark-name.first{text-anchor:start}
.chart .last{text-anchor:end}
.note{color:var(--quiet);font-size:.86rem;margin:.3rem 0}
nav{font-size:.9rem}
nav a{margin-right:1.2em}
@media screen and (max-width:60rem){figure{display:block}}
@media print{main{padding:0;max-width:none}nav{display:none}h2,h3,figcaption{break-after:avoid}figure,tr{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}.wide table{font-size:7.5pt}.wide td,.wide th{white-space:normal}.wide td:first-child{min-width:7em}table{font-size:8pt}figure{margin:.5rem 0;padding:.4rem .6rem;grid-template-columns:minmax(0,3fr) minmax(13rem,2fr)}td,th{padding:.1rem .25rem}h2{margin-top:1.2rem}.chart .bar,.chart .bar.missed,td,th,.verdict{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
