/** What JavaScript adds where it runs: focus on errors, a print button, copying, and a word about files that are too large before they are sent. Nothing needs it. */

export const script = `'use strict';
for (const summary of document.querySelectorAll('.error-summary')) summary.focus();
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
for (const button of document.querySelectorAll('[data-copy]')) {
  const source = document.getElementById(button.dataset.copy);
  if (source === null || navigator.clipboard === undefined) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    button.textContent = button.dataset.done;
  });
}
// Beyond its limit a function is never called: who sent the files would read no word of ours.
for (const input of document.querySelectorAll('[data-largest]')) {
  const check = () => {
    const bytes = [...input.files].reduce((sum, file) => sum + file.size, 0);
    input.setCustomValidity(bytes > Number(input.dataset.largest) ? input.dataset.tooLarge : '');
    return input.reportValidity();
  };
  input.addEventListener('change', check);
  input.form.addEventListener('submit', (event) => {
    if (!check()) event.preventDefault();
  });
}
`;
