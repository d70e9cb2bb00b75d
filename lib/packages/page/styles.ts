/** The look of index.html: light and dark with explicit colours, and print. */

export const STYLES = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--soft:#595959;--line:#b4b4b4;--band:#f3f3f1;--link:#0b4f9e;--mark:#0b4f9e;--notice:#fdf3d6}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#ececec;--soft:#b3b3b3;--line:#5c6066;--band:#202329;--link:#9cc7ff;--mark:#9cc7ff;--notice:#3a3115}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink)}
header,main,footer{max-width:60rem;margin:0 auto;padding:1rem}
header{border-bottom:.25rem solid var(--mark)}
footer{border-top:1px solid var(--line);color:var(--soft)}
p,li,dd{max-width:65ch}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.45rem;line-height:1.25;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1.25rem;margin:2rem 0 .5rem}
h4{font-size:1.1rem;margin:2rem 0 .25rem}
h5{font-size:1rem;margin:1.25rem 0 .25rem}
h1,h2,h3,h4,h5,td,th,dd,dt,li,p,a{overflow-wrap:anywhere}
a{color:var(--link);background:transparent;text-underline-offset:.15em;display:inline-block;min-height:1.5rem}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.skip{position:absolute;left:-100vw;background:var(--paper);padding:.5rem}
.skip:focus{left:.5rem;top:.5rem}
.verdict{font-size:1.2rem;font-weight:600}
.notice{border-left:.35rem solid var(--mark);background:var(--notice);color:var(--ink);padding:.75rem 1rem}
.cite,.note,.none{color:var(--soft);font-weight:400}
.cite{font-size:.85rem;white-space:nowrap}
.files{margin-bottom:0}
dl{margin:.5rem 0}
dl>div{display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:.25rem 1rem;padding:.35rem 0;border-bottom:1px solid var(--line)}
dt{font-weight:600}
dd{margin:0}
dd ul,td ul{margin:0;padding-inline-start:1.2rem}
dd dl,td dl{margin:0}
dd dl>div,td dl>div{display:block;border:0;padding:0 0 .25rem}
dd dl dd,td dl dd{padding-inline-start:1rem;border-inline-start:2px solid var(--line)}
.text{white-space:pre-wrap;unicode-bidi:isolate}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
caption{text-align:start;color:var(--soft);padding:.25rem 0}
th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);min-width:6rem}
thead th{background:var(--band);color:var(--ink)}
@media (max-width:36rem){dl>div{grid-template-columns:1fr}}
@media (forced-colors:active){.notice{border:1px solid}}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#333;--line:#999;--band:#fff;--link:#000;--mark:#000;--notice:#fff}
html{font-size:10pt}
.skip,nav{display:none}
header,main,footer{max-width:none;padding:0}
.scroll{overflow:visible}
h2,h3,h4,h5{break-after:avoid}
tr,dl>div{break-inside:avoid}
a{text-decoration:none}
}
`;
