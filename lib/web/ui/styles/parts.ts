/** Lists, tables, banners, tags, timeline and the slip. */

export const parts = `
.slip { border: 1px solid var(--line); border-top: 5px solid var(--accent); background: var(--shade); padding: clamp(1.25rem, 4vw, 2rem); margin-bottom: 2rem; border-radius: 0 0 var(--radius) var(--radius); }
.slip h1 { margin-bottom: .625rem; }
.slip > :last-child { margin-bottom: 0; }
.slip-success { border-top-color: var(--good); }
.slip-problem { border-top-color: var(--bad); }
.slip-warning { border-top-color: var(--warn); }
.slip-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: 1rem 2rem; margin: 1.5rem 0 0; padding-top: 1.25rem; border-top: 2px dashed var(--line); }
.slip-facts dt { color: var(--soft); font-size: .9375rem; }
.slip-facts dd { margin: 0; font-size: 1.1875rem; font-weight: 650; line-height: 1.35; font-variant-numeric: tabular-nums; }
.slip-facts dd small { display: block; font-weight: 400; }
.summary-list { border-top: 1px solid var(--line); }
.summary-row { display: grid; grid-template-columns: minmax(8rem, 30%) 1fr auto; gap: .25rem 1.25rem; padding: .75rem 0; border-bottom: 1px solid var(--line); }
.summary-row dt { font-weight: 650; }
.summary-row dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.summary-row dd > :last-child { margin-bottom: 0; }
.summary-row ul { padding-inline-start: 1.125rem; margin: 0; }
.summary-action { text-align: end; }
@media (max-width: 34rem) {
  .summary-row { grid-template-columns: 1fr auto; }
  .summary-row dd:not(.summary-action) { grid-column: 1 / -1; grid-row: 2; }
}
.table-frame { overflow-x: auto; margin-bottom: 1.5rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 650; font-size: 1.125rem; padding-bottom: .5rem; }
th, td { text-align: start; padding: .625rem 1.25rem .625rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { border-bottom: 2px solid var(--strong-line); font-size: .9375rem; }
tbody th { font-weight: 500; }
@media (max-width: 34rem) { th, td { padding-inline-end: .75rem; } td .tag { white-space: normal; } }
th.numeric, td.numeric { text-align: end; }
td small { line-height: 1.4; display: inline-block; }
.receipt td small { display: inline; }
.empty { color: var(--soft); border-block: 1px solid var(--line); padding-block: 1rem; }
.banner { border-inline-start: 6px solid var(--accent); background: var(--accent-wash); padding: 1rem 1.25rem; margin-bottom: 1.75rem; border-radius: 0 var(--radius) var(--radius) 0; }
.banner-title { font-weight: 700; margin: 0; }
.banner-body { margin-top: .375rem; }
.banner-body > :last-child { margin-bottom: 0; }
.banner-success { border-color: var(--good); background: var(--good-wash); }
.banner-warning { border-color: var(--warn); background: var(--warn-wash); }
.banner-problem { border-color: var(--bad); background: var(--bad-wash); }
.tag { display: inline-flex; align-items: baseline; gap: .375rem; font-size: .9375rem; font-weight: 650; line-height: 1.4; padding: .0625rem .5rem; border-radius: var(--radius); background: var(--shade); color: var(--ink); border: 1px solid var(--line); white-space: nowrap; }
.tag::before { content: "\\25CB" / ""; }
.tag-active { background: var(--accent-wash); color: var(--accent-strong); border-color: var(--accent); } .tag-active::before { content: "\\25D0" / ""; }
.tag-good { background: var(--good-wash); color: var(--good); border-color: var(--good); } .tag-good::before { content: "\\2713" / ""; }
.tag-attention { background: var(--warn-wash); color: var(--warn); border-color: var(--warn); } .tag-attention::before { content: "!" / ""; font-weight: 800; }
.tag-bad { background: var(--bad-wash); color: var(--bad); border-color: var(--bad); } .tag-bad::before { content: "\\2715" / ""; }
.tag-paused::before { content: "\\2016" / ""; }
.timeline { list-style: none; padding: 0; margin: 1rem 0 2rem; }
.timeline li { position: relative; max-width: none; margin: 0; padding: 0 0 1.375rem 2rem; border-inline-start: 2px solid var(--line); margin-inline-start: .5rem; }
.timeline li:last-child { border-color: transparent; padding-bottom: 0; }
.timeline li::before { content: ""; position: absolute; inset-inline-start: -.5rem; top: .3125rem; width: .875rem; height: .875rem; border-radius: 50%; background: var(--accent); border: 2px solid var(--accent); }
.timeline .timeline-now::before { background: var(--paper); border-width: 4px; }
.timeline .timeline-next::before { background: var(--paper); border-color: var(--strong-line); }
.timeline .timeline-bad::before { background: var(--bad); border-color: var(--bad); border-radius: 0; }
.timeline p { margin: 0; }
.timeline-title { font-weight: 650; }
.timeline-when { color: var(--soft); font-size: .9375rem; }
.timeline-body > :last-child { margin-bottom: 0; }
summary::marker { color: var(--accent); }
details { margin-block: .75rem 1.25rem; }
.after-form { margin-top: 1.5rem; }
.part { margin-bottom: 2rem; }
.part .summary-list { margin-bottom: 1rem; }
summary { cursor: pointer; color: var(--accent); text-decoration: underline; text-underline-offset: .18em; padding-block: .25rem; width: fit-content; }
.details-body { border-inline-start: 4px solid var(--line); padding: .5rem 0 .5rem 1rem; margin-top: .5rem; }
.details-body > :last-child { margin-bottom: 0; }
.hero { padding-bottom: 1.75rem; border-bottom: 2px dashed var(--line); }
.hero .button { font-size: 1.1875rem; padding: .875rem 2rem; margin-top: .5rem; }
.choice-list { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.125rem 2rem; }
.choice-list li { margin: 0; line-height: 1.45; }
.choice-list a { font-weight: 650; }
.choice-list .soft { font-size: 1rem; }
.steps { list-style: none; padding: 0; counter-reset: step; display: grid; gap: .875rem; }
.steps li { counter-increment: step; margin: 0; display: grid; grid-template-columns: 2.25rem 1fr; gap: .75rem; align-items: start; }
.steps li::before { content: counter(step); width: 2.25rem; height: 2.25rem; display: grid; place-content: center; border: 2px solid var(--accent); border-radius: 50%; color: var(--accent); font-weight: 700; line-height: 1; }
.steps li > * { margin: 0; }
.steps span { padding-top: .25rem; }
.qr { width: 8.5rem; height: 8.5rem; background: #fff; padding: .375rem; border: 1px solid var(--line); display: block; }
.qr-row { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: center; }
.qr-row > :last-child { flex: 1 1 16rem; }
`;
