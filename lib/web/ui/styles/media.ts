/** Print, forced colours and small screens. */

export const media = `
@media (forced-colors: active) {
  .button, .tag, .banner, .slip { border: 2px solid ButtonText; }
  .choice input:checked::before { background: CanvasText; forced-color-adjust: none; }
  .timeline li::before { forced-color-adjust: none; background: CanvasText; }
}
@media print {
  @page { margin: 14mm 16mm; }
  :root { --paper: #fff; --shade: #fff; --ink: #000; --soft: #333; --line: #999; --strong-line: #333; --accent: #000; --accent-strong: #000; --accent-wash: #fff; --good: #000; --good-wash: #fff; --warn: #000; --warn-wash: #fff; --bad: #000; --bad-wash: #fff; }
  html { font-size: 10.5pt; line-height: 1.4; }
  body { font-size: 10.5pt; min-height: 0; }
  h1 { font-size: 18pt; } h2 { font-size: 12.5pt; margin: 10pt 0 4pt; break-after: avoid; }
  .site-header { border-top: 0; } .site-footer, .skip-link, .before, .site-nav, .no-print, .button, .button-group, .action-form, form { display: none; }
  .site-width { max-width: none; padding: 0; } .site-header .site-width { padding-block: 0 6pt; }
  main { padding-block: 8pt 0; }
  p, ul, ol, dl { margin-bottom: 6pt; }
  .slip { padding: 10pt 12pt; margin-bottom: 10pt; } .slip-facts { margin-top: 8pt; padding-top: 8pt; }
  .summary-row, th, td { padding-block: 3pt; } .summary-row { grid-template-columns: 30% 1fr; }
  .summary-row, tr, .timeline li, .banner { break-inside: avoid; }
  .receipt { font-size: 9.5pt; line-height: 1.3; } .receipt p, .receipt li, .receipt .lead { max-width: none; } .receipt li { margin-bottom: 2pt; }
  .receipt .slip { padding: 7pt 10pt; margin-bottom: 7pt; } .receipt h1 { margin-bottom: 4pt; } .receipt h2 { font-size: 11pt; margin: 7pt 0 2pt; }
  .receipt .summary-list { columns: 2; column-gap: 9mm; } .receipt .summary-row { grid-template-columns: 34% 1fr; }
  .receipt .summary-row, .receipt th, .receipt td { padding-block: 2pt; } .receipt th, .receipt td { padding-inline-end: 8pt; }
  .receipt th.numeric + th { width: 45%; } .receipt .table-frame { margin-bottom: 4pt; } .receipt small { font-size: 7.5pt; }
  .lead { font-size: 11.5pt; line-height: 1.4; } table, .summary-list { font-size: 9.5pt; }
  .receipt .lead { font-size: 10.5pt; } .receipt table, .receipt .summary-list { font-size: 8.75pt; }
  .table-frame { overflow: visible; }
  .qr { width: 26mm; height: 26mm; }
  a { color: #000; }
  details:not([open]) { display: none; }
}
`;
