/**
 * The look of a page. Sections may use what is named here: the properties of `:root`, `.notice` (`.good`, `.warn`, `.bad`), `.muted`,
 * `.number` for columns of numbers, `.state` with `data-state`, and plain tables, lists and figures. Each colour of a text stands out from its
 * background by 4.5 to 1 at least (https://www.w3.org/TR/WCAG22/#contrast-minimum), in light and in dark.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: #1b2430;
  --muted: #55606e;
  --page: #f5f6f8;
  --surface: #ffffff;
  --raised: #eef1f5;
  --line: #d3d9e1;
  --control: #76818f;
  --accent: #1a56b8;
  --good: #1a7444;
  --warn: #8a5a00;
  --bad: #b3261e;
  --unknown: #5c6673;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6eaf0;
    --muted: #a3aebc;
    --page: #11161d;
    --surface: #181f28;
    --raised: #222b36;
    --line: #333e4c;
    --control: #7d8998;
    --accent: #8ab4f8;
    --good: #6fcf97;
    --warn: #f0b955;
    --bad: #ff8f86;
    --unknown: #a3aebc;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  overflow-wrap: break-word;
}
body > header, main, .contents { max-width: 90rem; margin-inline: auto; padding-inline: clamp(0.75rem, 3vw, 2.5rem); }
body > header { padding-block: 2rem 0.5rem; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin-block: 0 0.75rem; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.25rem); letter-spacing: -0.015em; margin: 0; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.0625rem; margin-block-start: 1.5rem; }
p, ul, ol, dl, figure { margin-block: 0 1rem; }
p, li, dd { max-width: 75ch; }
figure { margin-inline: 0; }
figcaption, .muted { color: var(--muted); font-size: 0.9rem; }
svg { max-width: 100%; height: auto; }
code, .code { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.875em; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
[hidden] { display: none !important; }
.skip { position: absolute; inset: 0 auto auto 0; padding: 0.75rem 1rem; background: var(--surface); transform: translateY(-110%); z-index: 3; }
.skip:focus { transform: none; }
.contents ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.5rem 0 0; padding: 0.5rem 0; list-style: none; border-block: 1px solid var(--line); }
.contents a { display: inline-block; padding-block: 0.25rem; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
main > section {
  margin-block: 1.5rem;
  padding: clamp(1rem, 2.5vw, 2rem);
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 0.75rem;
}
main > section > :last-child { margin-block-end: 0; }
.notice { max-width: none; padding: 0.75rem 1rem; background: var(--raised); border-inline-start: 0.3rem solid var(--unknown); border-radius: 0.25rem; }
.notice.good { border-color: var(--good); }
.notice.warn { border-color: var(--warn); }
.notice.bad { border-color: var(--bad); }
table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.45rem 0.75rem; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--line); }
/* Long words break, short ones do not: a table fits a narrow page and stays readable. */
th, td { min-width: 5.25rem; overflow-wrap: anywhere; }
@media (max-width: 30rem) { th, td { padding-inline: 0.4rem; } }
thead th { color: var(--muted); font-weight: 600; vertical-align: bottom; }
.number { min-width: 0; text-align: end; white-space: nowrap; }
.state { white-space: nowrap; font-weight: 600; color: var(--unknown); }
.state::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-inline-end: 0.45em; border-radius: 50%; background: currentColor; }
.state[data-state="backup"], .state[data-state="protected"] { color: var(--good); }
.state[data-state="snapshots-only"], .state[data-state="stale"] { color: var(--warn); }
.state[data-state="none-found"], .state[data-state="unprotected"] { color: var(--bad); }
@media print {
  :root {
    color-scheme: light;
    --text: #000000;
    --muted: #444444;
    --page: #ffffff;
    --surface: #ffffff;
    --raised: #f1f1f1;
    --line: #bbbbbb;
    --accent: #000000;
    --good: #145c36;
    --warn: #6f4800;
    --bad: #94201a;
    --unknown: #4a525c;
  }
  @page { margin: 15mm; }
  html { font-size: 10pt; }
  .skip, .contents { display: none; }
  body > header, main { max-width: none; padding: 0; }
  body > header { margin-block-end: 1.5rem; }
  main > section { margin-block: 0 1.5rem; padding: 0; border: 0; }
  h2, h3 { break-after: avoid; }
  figure, tr, .notice { break-inside: avoid; }
  thead { display: table-header-group; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media (forced-colors: active) { .state::before { forced-color-adjust: none; background: CanvasText; } }
`;
