/** A drafted report on the screen and on paper: the fonts, indents and places of the Word file, a width that can be read. */
export const DRAFT_STYLE = `
main{max-width:56rem;margin:0 auto;padding:1rem 1.5rem 4rem}
.told{color:var(--quiet);font-size:.88rem;margin:.6rem 0}
nav{font-size:.92rem;margin:.4rem 0 1rem}
nav ol{list-style:none;margin:.3rem 0;padding:0 0 0 1rem}
.paper{padding:3.5rem 3.2rem;font:1.15rem/1.85 "仿宋_GB2312","仿宋",FangSong,STFangsong,"Noto Serif CJK SC",serif;overflow-wrap:normal}
.paper h1{font:1.65rem/1.5 "方正小标宋简体","华文中宋",STZhongsong,"宋体",SimSun,serif;margin:0 0 1.8rem}
.paper h2,.paper h3,.paper h4,.paper h5{font-size:1em;font-weight:normal;text-indent:2em;margin:0}
.paper h2{font-family:"黑体",SimHei,"Microsoft YaHei",sans-serif}
.paper h3{font-family:"楷体_GB2312","楷体",KaiTi,STKaiti,serif}
.paper p{margin:0;text-indent:2em;text-align:justify;white-space:normal;min-height:0}
.paper .addressee,.paper .attachment{text-indent:0}
.paper .attachment{font-family:"黑体",SimHei,sans-serif;margin:3rem 0 1.5rem;border-top:1px dashed var(--line);padding-top:1.5rem}
.paper .attachment-list{margin-top:1.85em;padding-left:2em;text-indent:0;display:flex}
.paper .attachment-list ol{list-style:none;margin:0;padding:0}
.paper .signature{margin-top:1.85em}
.paper .signature,.paper .date{text-align:right;padding-right:2em;text-indent:0}
.paper figure{margin:1rem 0;break-inside:avoid}
.paper figure.long{break-inside:auto}
.paper figcaption{text-align:center;font:1rem/1.6 "黑体",SimHei,"Microsoft YaHei",sans-serif;margin:.2rem 0}
.paper .unit,.paper .note{text-indent:0;font-size:.85rem;line-height:1.5}
.paper .unit{text-align:right}
.paper table{width:100%;margin:.2rem 0;font-size:.92rem;line-height:1.4}
.paper td,.paper th{border-color:#444;text-align:center;vertical-align:middle;padding:.2rem .35rem}
.paper th{font-family:"黑体",SimHei,"Microsoft YaHei",sans-serif}
.paper .small td,.paper .small th{font-size:.82rem;padding:.05rem .35rem}
.paper .wide{overflow-x:auto}
.figure,.paper td .figure{font-family:"Times New Roman",serif;border-bottom:1px dotted #9aa7b8;cursor:help}
.gap{background:#fff2a8;padding:0 .1em}
.chart{width:100%;height:auto;max-width:44rem;display:block;margin:0 auto}
.chart text{font:12px "宋体",SimSun,"Noto Serif CJK SC",serif;fill:#1d2430}
.chart .grid{stroke:#d9dde3}
.chart .middle{text-anchor:middle}
.chart .end{text-anchor:end}
@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}main{padding:0;max-width:none}.told,nav{display:none}.paper{padding:0;font-size:16pt;line-height:28.95pt}.paper h1{font-size:22pt;line-height:33pt}.paper table{font-size:12pt}.paper .small td,.paper .small th{font-size:10.5pt}.paper .figure,.paper td .figure{border:0}.gap{print-color-adjust:exact}.paper .attachment{break-before:page;border:0;margin-top:0;padding-top:0}.paper h2,.paper h3,.paper h4,figcaption{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}.chart rect,.chart circle{print-color-adjust:exact}}
`;
