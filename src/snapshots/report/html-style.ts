/**
 * The look of sections. Colours are those of the page where it has them, so that they follow light, dark and print; what belongs to no
 * judgement has a colour of its own.
 */
export const htmlStyle = `
:root {
  --bar-good: var(--good);
  --bar-fair: #b7791f;
  --bar-bad: var(--bad);
  --bar-unknown: #848f9c;
  --bar-best: var(--accent);
  --bar-plain: var(--accent);
  --bar-copies: #7d8998;
}
@media (prefers-color-scheme: dark) {
  :root { --bar-fair: #d99a1c; --bar-unknown: #6f7c8b; --bar-copies: #8d98a6; }
}
.chart { margin-block: 0.5rem 0.75rem; }
.chart svg { display: block; overflow: visible; font-family: inherit; }
.chart .narrow { display: none; }
@media (max-width: 48rem) {
  .chart .wide { display: none; }
  .chart .narrow { display: block; }
}
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; max-width: none; }
.legend li::before { content: ""; display: inline-block; width: 0.8em; height: 0.8em; margin-inline-end: 0.4em; border-radius: 0.15em; background: var(--part); }
.bar-good { --part: var(--bar-good); }
.bar-fair { --part: var(--bar-fair); }
.bar-bad { --part: var(--bar-bad); }
.bar-unknown { --part: var(--bar-unknown); }
.bar-best { --part: var(--bar-best); }
.bar-plain { --part: var(--bar-plain); }
.bar-copies { --part: var(--bar-copies); }
.scroll { overflow-x: auto; margin-block: 0 1rem; }
.scroll td, .scroll th { white-space: nowrap; overflow-wrap: normal; }
.scroll .long { min-width: 13rem; max-width: 28rem; white-space: normal; overflow-wrap: anywhere; }
@media print { .scroll { overflow: visible; } .scroll td { white-space: normal; overflow-wrap: anywhere; } }
summary { cursor: pointer; color: var(--accent); font-size: 0.9rem; }
@media print { .chart svg, .legend li::before { print-color-adjust: exact; } }
@media (forced-colors: active) { .chart svg, .legend li::before { forced-color-adjust: none; } .chart svg { fill: CanvasText; } }
`;
