"""How a report looks in a browser, and on the paper that it prints."""

STYLE = """
:root { --ink: #1a1e22; --second: #545d66; --line: #dfe2e5; --accent: #0b6e75; --soft: #e3f1f1; }
* { box-sizing: border-box; }
html { background: #f4f5f6; color: var(--ink); color-scheme: light; }
body { margin: 0; font: 15px/1.5 "Segoe UI", "Helvetica Neue", "Source Sans 3",
  "Noto Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 60rem; margin: 2rem auto; padding: 3rem 3.5rem; background: #fff;
  border: 1px solid var(--line); border-radius: 8px; }
header { border-top: 4px solid var(--accent); padding-top: 1.25rem; }
h1 { margin: 0; font-size: 1.9rem; font-weight: 600; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 0; font-size: 1.45rem; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; }
h3 { margin: 2rem 0 .6rem; font-size: 1.05rem; font-weight: 600; color: var(--accent); break-after: avoid; }
p { margin: .6rem 0; overflow-wrap: anywhere; }
.subtitle { margin: .25rem 0 1rem; color: var(--second); font-size: 1.05rem; }
article { margin-top: 2.5rem; padding-top: 1.75rem; border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .3rem 1.25rem;
  margin: .75rem 0; }
dt { color: var(--second); }
dd { margin: 0; overflow-wrap: anywhere; }
dl.fixed dd { font: 13px/1.55 Consolas, Menlo, "DejaVu Sans Mono", monospace; }
ul, ol { margin: .5rem 0; padding-left: 1.2rem; }
li { margin: .35rem 0; }
nav ul { padding: 0; list-style: none; }
a { color: var(--accent); }
.note { padding: .6rem .9rem; background: #f0f1f3; border-radius: 6px; color: var(--ink); }
.comment { padding: .7rem 1rem; border-left: 3px solid var(--accent); background: var(--soft);
  border-radius: 0 6px 6px 0; }
table { width: 100%; margin: .9rem 0; border-collapse: collapse; }
th { padding: .4rem .6rem; text-align: left; color: var(--second); font-size: .85rem; font-weight: 600;
  border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; }
th.number, td.number { text-align: right; white-space: nowrap; }
th.number { white-space: normal; }
tr { break-inside: avoid; }
tr.marked td { background: var(--soft); font-weight: 600; }
.small { color: var(--second); font-size: .85rem; }
.figures { display: grid; gap: 1rem; margin: 1rem 0; align-items: start; }
.across-2 { grid-template-columns: 1fr 1fr; }
.across-4 { grid-template-columns: repeat(4, 1fr); }
figure { margin: 0; break-inside: avoid; }
figure img { display: block; width: 100%; height: auto; max-height: 26rem; object-fit: contain;
  object-position: left;
  border-radius: 4px; image-rendering: auto; }
figcaption { margin-top: .4rem; font-size: .85rem; line-height: 1.4; color: var(--second);
  overflow-wrap: anywhere; }
figcaption b { color: var(--ink); font-weight: 600; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--second);
  font-size: .85rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media (max-width: 46rem) {
  main { margin: 0; padding: 1.25rem; border: 0; border-radius: 0; }
  .across-4 { grid-template-columns: 1fr 1fr; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
  table { display: block; overflow-x: auto; }
}
@page { size: @PAPER@; margin: 18mm 16mm 20mm;
  @bottom-right { content: counter(page) " / " counter(pages);
    font: 9pt "Segoe UI", Arial, sans-serif; color: #545d66; } }
@media print {
  html { background: #fff; }
  body { font-size: 10.5pt; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  article { break-before: page; border-top: 0; margin-top: 0; padding-top: 0; }
  article:first-of-type { break-before: auto; margin-top: 1.5rem; }
  figure img { max-height: 95mm; }
  table, dl { break-inside: avoid; }
  .note, .comment, tr.marked td, header { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
"""The style sheet; ``@PAPER@`` is the size of the page."""
