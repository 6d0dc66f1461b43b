/** The page of findings: the report on the left, the list beside it, each scrolling by itself; one below the other on paper and on a narrow screen. */
export const FINDINGS_STYLE = `
main{max-width:96rem;margin:0 auto;padding:1rem}
.file{display:grid;grid-template-columns:minmax(0,1fr) minmax(20rem,30rem);gap:0 1.5rem;align-items:start;margin-bottom:3rem}
header{grid-column:1/-1;border-bottom:3px solid var(--accent);margin-bottom:1.25rem;padding-bottom:.75rem}
header h1{font-size:1.35rem;margin:.5rem 0 .25rem}
header p{margin:.1rem 0}
header .name{color:var(--quiet);font-size:.9rem}
header .counted{font-weight:bold}
header ul{margin:.4rem 0 0;padding-left:1.2rem;color:var(--quiet);font-size:.9rem}
aside{position:sticky;top:0;max-height:100vh;overflow:auto;padding:.25rem .25rem 2rem 0}
aside ol{list-style:none;margin:0;padding:0}
aside li{background:var(--paper);border:1px solid var(--line);border-left:4px solid var(--info);border-radius:4px;padding:.7rem .9rem;margin:0 0 .75rem;scroll-margin:1rem}
aside li.error{border-left-color:var(--error)}
aside li.warning{border-left-color:var(--warning)}
aside li p{margin:.2rem 0}
aside .where{font-size:.85rem;color:var(--quiet)}
aside .where strong{color:var(--info);margin-right:.6em}
aside .error .where strong{color:var(--error)}
aside .warning .where strong{color:var(--warning)}
aside .sum{font-family:Consolas,"Courier New",monospace;font-size:.9rem;overflow-wrap:anywhere;color:var(--quiet)}
aside .also{font-size:.85rem}
aside .ruling{font-size:.85rem;color:var(--quiet)}
.filters{display:flex;gap:1.25rem;margin:0 0 .75rem;font-size:.9rem}
.filters input{margin:0 .35em 0 0}
.file:has(.show-error:not(:checked)) aside li.error,.file:has(.show-warning:not(:checked)) aside li.warning,.file:has(.show-info:not(:checked)) aside li.info{display:none}
mark{color:inherit;background:var(--info-ground);border-bottom:2px solid var(--info);scroll-margin:30vh}
mark.error{background:var(--error-ground);border-color:var(--error)}
mark.warning{background:var(--warning-ground);border-color:var(--warning)}
mark.other{background:none;border-bottom-style:dotted}
mark:target,li:target{outline:2px solid var(--accent);outline-offset:2px}
.ref{font-size:.7em;vertical-align:super;line-height:0;margin:0 .15em;text-decoration:none;font-weight:bold}
@media (max-width:60rem){.file{grid-template-columns:minmax(0,1fr)}aside{position:static;max-height:none;margin-top:1.5rem}}
@media print{.file{display:block}aside{position:static;max-height:none;overflow:visible;margin-top:1.5rem}aside li{break-inside:avoid}.filters{display:none}}
`;
