/** Fields, choices, buttons and the error summary. */

export const forms = `
.field { margin-bottom: 2rem; }
.field-wrong { border-inline-start: 5px solid var(--bad); padding-inline-start: 1rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend, label { padding: 0; font-weight: 650; display: block; }
legend { margin-bottom: .5rem; }
label { margin-bottom: .25rem; }
.label-heading { margin-bottom: .75rem; }
.label-heading label { font: inherit; }
.hint { color: var(--soft); margin-bottom: .625rem; }
.error-message { color: var(--bad); font-weight: 650; margin-bottom: .625rem; }
.input { font: inherit; color: var(--ink); background: var(--paper); border: 2px solid var(--strong-line); border-radius: var(--radius); padding: .5rem .625rem; min-height: 2.75rem; width: 100%; }
.input-full, .select { max-width: 30rem; }
.input-short { max-width: 16rem; }
.input-code { max-width: 11rem; font: 1.375rem/1.4 var(--mono); letter-spacing: .18em; }
.file { font: inherit; max-width: 100%; }
.file::file-selector-button { font: inherit; font-weight: 650; padding: .5rem 1rem; margin-inline-end: .75rem; border: 2px solid var(--strong-line); border-radius: var(--radius); background: transparent; color: var(--accent); cursor: pointer; }
textarea.input { max-width: var(--measure); resize: vertical; }
.input:focus { outline: 3px solid var(--focus); outline-offset: 0; border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }
.field-wrong .input { border-color: var(--bad); }
.choices { display: grid; gap: .375rem; }
.choice { display: grid; grid-template-columns: 2.75rem 1fr; align-items: start; }
.choice input { appearance: none; grid-row: span 2; width: 1.75rem; height: 1.75rem; margin: .5rem 0; background: var(--paper); border: 2px solid var(--strong-line); cursor: pointer; display: grid; place-content: center; }
.choice input[type="radio"] { border-radius: 50%; }
.choice input[type="checkbox"] { border-radius: var(--radius); }
.choice input:checked { border-color: var(--accent); border-width: 3px; }
.choice input:checked::before { content: ""; background: var(--accent); }
.choice input[type="radio"]:checked::before { width: .875rem; height: .875rem; border-radius: 50%; }
.choice input[type="checkbox"]:checked::before { width: .5rem; height: .875rem; margin-top: -.25rem; background: none; border: solid var(--accent); border-width: 0 .25rem .25rem 0; rotate: 45deg; }
.choice input:focus-visible { outline-offset: 1px; border-radius: inherit; }
.choice input[type="radio"]:focus-visible { border-radius: 50%; }
.choice label { font-weight: 400; margin: 0; padding: .5rem 0; cursor: pointer; align-self: center; }
.choice .hint { grid-column: 2; margin: -.375rem 0 .5rem; font-size: 1rem; }
.button { font: inherit; font-weight: 650; line-height: 1.3; display: inline-block; min-height: 2.75rem; padding: .6875rem 1.25rem; border-radius: var(--radius); border: 2px solid var(--accent); background: var(--accent); color: var(--on-accent); text-align: center; text-decoration: none; cursor: pointer; }
.button:hover { background: var(--accent-strong); border-color: var(--accent-strong); color: var(--on-accent); text-decoration: none; }
.button:focus-visible, a.button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-ink); }
a.button-primary:focus-visible { background: var(--accent); color: var(--on-accent); }
.button-secondary { background: transparent; color: var(--accent); border-color: var(--strong-line); }
.button-secondary:hover { background: var(--accent-wash); color: var(--accent-strong); border-color: var(--accent); }
a.button-secondary:focus-visible { background: var(--paper); color: var(--accent); }
.button-danger { background: var(--bad); border-color: var(--bad); color: var(--paper); }
.button-danger:hover { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.button-link { background: none; border: 0; color: var(--accent); padding: .25rem 0; min-height: 24px; font-weight: 400; text-decoration: underline; text-underline-offset: .18em; text-decoration-thickness: 1px; text-align: start; }
.button-link:hover { background: none; color: var(--accent-strong); text-decoration: underline; text-decoration-thickness: 3px; }
.button[disabled] { background: var(--shade); border-color: var(--line); color: var(--soft); cursor: not-allowed; }
.disabled-reason { color: var(--soft); font-size: .9375rem; margin-inline-start: .75rem; }
.button-group { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center; margin-bottom: 1.125rem; }
.button-group form, .action-form { margin: 0; }
@media (max-width: 26rem) { form > .button, .button-group .button:not(.button-link) { width: 100%; } .button-group > form { width: 100%; } }
.error-summary { border: 4px solid var(--bad); border-radius: var(--radius); padding: 1.125rem 1.25rem; margin-bottom: 2rem; }
.error-summary h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
.error-summary ul { list-style: none; padding: 0; margin: 0; }
.error-summary a { color: var(--bad); font-weight: 650; }
.error-summary a:focus-visible { color: var(--focus-ink); }
.error-summary:focus { outline: 3px solid var(--focus); outline-offset: 0; }
`;
