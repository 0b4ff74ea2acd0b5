/** The look of the table of all rows, its controls, and how it is printed. */
export const tableStyle = `
#table-filter {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(7.5rem, 100%), 1fr));
  gap: 0.75rem; align-items: end; margin-block-end: 1rem;
}
#table-filter div { display: grid; gap: 0.25rem; min-width: 0; }
#table-filter label { color: var(--muted); font-size: 0.875rem; }
#table-filter .wide { grid-column: 1 / -1; }
@media (min-width: 40rem) {
  #table-filter { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
  #table-filter .wide { grid-column: span 2; }
}
#table-paper { display: none; }
#table button, #table input, #table select {
  font: inherit; font-size: 0.9375rem; min-height: 2.5rem; max-width: 100%; min-width: 0;
  color: var(--text); background: var(--surface); border: 1px solid var(--control); border-radius: 0.4rem;
}
#table input, #table select { width: 100%; padding-inline: 0.6rem; }
#table ::placeholder { color: var(--muted); opacity: 1; }
#table button { padding-inline: 0.9rem; cursor: pointer; }
#table button:hover { background: var(--raised); }
#table button[aria-disabled="true"] { color: var(--muted); border-color: var(--line); background: none; cursor: default; }
#table-state, #table-pages { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; }
#table-state p { margin: 0; font-weight: 600; }
#table-state [role="group"] { display: flex; flex-wrap: wrap; gap: 0.5rem; }
#table-pages { justify-content: center; margin-block-start: 1rem; }
#table-scroll { margin-block-start: 1rem; overflow: auto; border: 1px solid var(--line); border-radius: 0.4rem; }
#table-scroll table { width: 100%; font-size: 0.875rem; }
#table-scroll tbody tr:last-child > * { border-block-end: 0; }
#table-scroll thead th { padding: 0; background: var(--raised); white-space: nowrap; }
#table-scroll thead button {
  display: flex; width: 100%; min-height: 2.75rem; align-items: center; gap: 0.35rem; padding-inline: 0.75rem;
  color: inherit; background: none; border: 0; border-radius: 0; font-weight: 600; font-size: 0.875rem;
}
#table-scroll thead button:focus-visible { outline-offset: -3px; }
#table-scroll thead .number button { justify-content: end; }
/* Drawn, and not written: not every font has arrows. */
#table-scroll thead button::after {
  content: ""; flex: none; width: 0.6rem; height: 0.8rem; background: var(--control);
  clip-path: polygon(50% 0, 100% 42%, 0 42%, 0 58%, 100% 58%, 50% 100%, 0 58%, 0 42%);
}
#table-scroll [aria-sort] button { color: var(--text); }
#table-scroll [aria-sort] button::after { background: var(--accent); }
#table-scroll [aria-sort="ascending"] button::after { clip-path: polygon(50% 15%, 100% 75%, 0 75%); }
#table-scroll [aria-sort="descending"] button::after { clip-path: polygon(50% 85%, 100% 25%, 0 25%); }
@media (forced-colors: active) { #table-scroll thead button::after { forced-color-adjust: none; background: CanvasText; } }
#table-scroll tbody th { font-weight: 600; }
#table-scroll tbody tr:hover { background: var(--raised); }
#table-scroll tbody :is(th, td) { white-space: nowrap; overflow-wrap: break-word; }
#table-scroll .long {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden;
  width: max-content; max-width: 32rem; white-space: normal; overflow-wrap: anywhere;
}
#table-scroll th .long { max-width: 18rem; }
.tag { display: inline-block; margin: 0 0.25rem 0.25rem 0; padding: 0 0.4rem; background: var(--raised); border-radius: 0.25rem; unicode-bidi: isolate; }
@media screen and (min-height: 32rem) {
  #table-scroll { max-height: 85vh; }
  #table-scroll thead th { position: sticky; top: 0; z-index: 2; box-shadow: inset 0 -1px var(--line); }
}
@media screen and (min-width: 48rem) {
  #table-scroll tbody th { position: sticky; left: 0; z-index: 1; background: inherit; }
  #table-scroll thead th:first-child { left: 0; z-index: 3; }
  #table-scroll tbody tr { background: var(--surface); }
}
@media print {
  @page resources { size: landscape; margin: 10mm; }
  #resources { page: resources; }
  #table-paper { display: block; }
  #table-filter, #table-pages, #table-state [role="group"] { display: none; }
  #table-scroll { overflow: visible; max-height: none; border: 0; }
  #table-scroll table { font-size: 7pt; }
  #table-scroll :is(th, td) { min-width: 0; padding: 0.2rem 0.3rem; overflow-wrap: break-word; white-space: normal; }
  #table-scroll :is(.code, .long, tbody th) { min-width: 12ch; overflow-wrap: anywhere; }
  #table-scroll .number { white-space: nowrap; }
  #table-scroll thead button { min-height: 0; padding: 0.2rem 0.3rem; font-size: 7pt; text-align: start; }
  #table-scroll thead button::after { content: none; }
  #table-scroll .long { display: block; width: auto; max-width: none; }
}
`;
