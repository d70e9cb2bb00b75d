/** Colours, type and space; light and dark both set explicitly. */

export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --shade: #f3f6f6; --line: #c3cdcf; --strong-line: #59686c;
  --ink: #12201f; --soft: #4a5a5c; --accent: #00596b; --accent-strong: #003d4a; --on-accent: #ffffff; --accent-wash: #e4f1f3;
  --good: #14613a; --good-wash: #e3f3e9; --warn: #7a4a00; --warn-wash: #fdf1da; --bad: #a3161f; --bad-wash: #fdeaea;
  --focus: #f5b400; --focus-ink: #12201f;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
  --measure: 65ch; --gap: 1.5rem; --radius: 4px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1718; --shade: #182325; --line: #3a4a4d; --strong-line: #93a5a8;
    --ink: #e8efef; --soft: #aebdbf; --accent: #7fd0de; --accent-strong: #b4e6ee; --on-accent: #06262c; --accent-wash: #14323a;
    --good: #8fd9ac; --good-wash: #12301f; --warn: #f2c572; --warn-wash: #352708; --bad: #ff9d9a; --bad-wash: #3b1618;
    --focus: #ffd24d; --focus-ink: #12201f;
  }
}
`;
