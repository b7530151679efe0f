/**
 * The one style sheet of every page that the components do not draw. System fonts, colours by the reader's preference, nothing loaded.
 * Who changes it changes {@link STYLE_HASH} too; its test says what to.
 */
export const STYLE = `
:root{color-scheme:light dark;--page:#f4f4f6;--card:#fff;--ink:#17181c;--soft:#5c5d66;--line:#e2e3e8;--edge:#85868f;--fill:#f4f4f6;
--act:#17181c;--on-act:#fff;--over:#34363d;--bad:#b42318;--bad-fill:#fef3f2;--good:#067647;--good-fill:#ecfdf3;--focus:#2563eb;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{--page:#131316;--card:#1f2023;--ink:#f4f4f6;--soft:#b4b5bd;--line:#3a3b40;--edge:#83848d;
--fill:#2a2b30;--act:#f4f4f6;--on-act:#17181c;--over:#d9dadf;--bad:#ffb4ab;--bad-fill:#3c2220;--good:#7ce0ae;--good-fill:#17332a;
--focus:#8ab4ff}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;background:var(--page);color:var(--ink);font:16px/1.5 var(--sans)}
h1,h2,h3,p,dl,dd,ol,ul,form,fieldset{margin:0;padding:0}
h1{font-size:1.5rem;line-height:1.3;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1rem;line-height:1.5;font-weight:600}
p,dd,li{overflow-wrap:anywhere;text-wrap:pretty}
a{color:inherit;text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:6px}
code,.mono{font-family:var(--mono);font-size:.875em}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.stack>*+*{margin-top:1rem}
.stack>*+.apart{margin-top:1.75rem}
.stack>h1+*{margin-top:.625rem}
.stack>h2+*{margin-top:.5rem}

.centre{display:grid;justify-items:center;align-content:start;padding:clamp(0rem,12vh,8rem) 1rem 3rem}
.card{width:100%;max-width:27rem;padding:2.25rem;background:var(--card);border:1px solid var(--line);border-radius:16px}
.card.wide{max-width:44rem}
.app{display:flex;align-items:center;gap:.625rem;font-size:.9375rem;font-weight:600}
.app+.stack{margin-top:1.75rem}
.mark{flex:none;display:grid;place-items:center;width:2rem;height:2rem;border-radius:9px;background:var(--act);color:var(--on-act);
font-weight:700}
.logo{flex:none;height:2rem;max-width:10rem;object-fit:contain}
.foot{margin-top:1.75rem}
.mark svg{width:1.125rem;height:1.125rem}
@media (max-width:30rem){.centre{padding:0}.card{min-height:100vh;min-height:100dvh;padding:1.75rem 1.25rem 3rem;border:0;border-radius:0}
body:has(.card){background:var(--card)}}

.code{padding:1.125rem .5rem;border:1px solid var(--line);border-radius:12px;background:var(--fill);text-align:center;
font:700 2.25rem/1.2 var(--mono);letter-spacing:.18em;text-indent:.18em;user-select:all;-webkit-user-select:all}
.facts{display:grid;grid-template-columns:auto 1fr;gap:.375rem 1.25rem;font-size:.9375rem}
.facts dt{color:var(--soft)}
.apart{padding-top:1.5rem;border-top:1px solid var(--line)}

.field{display:grid;gap:.375rem}
.field label,.label{font-size:.9375rem;font-weight:600}
.field .soft{font-weight:400}
.field input{width:100%;min-height:3rem;padding:.625rem .875rem;border:1px solid var(--edge);border-radius:10px;background:var(--card);
color:inherit;font:inherit}
.field input[aria-invalid=true]{border-color:var(--bad);box-shadow:0 0 0 1px var(--bad)}
.field input:focus-visible{outline-offset:-1px;border-radius:10px;box-shadow:none}
.field input.digits{font:600 1.5rem/1.2 var(--mono);letter-spacing:.18em;text-align:center}
.wrong{color:var(--bad);font-size:.9375rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
@media (max-width:24rem){.pair{grid-template-columns:1fr}}
.button{display:grid;place-items:center;width:100%;min-height:3rem;padding:.625rem 1.25rem;border:1px solid transparent;border-radius:10px;
background:var(--act);color:var(--on-act);font:600 1rem/1.4 var(--sans);text-align:center;text-decoration:none;cursor:pointer}
.button:hover{background:var(--over)}
.button:focus-visible{border-radius:10px}
.button.second{background:transparent;border-color:var(--edge);color:var(--ink)}
.button.second:hover{background:var(--fill)}
.plain{padding:.25rem 0;border:0;background:none;color:inherit;font:inherit;text-decoration:underline;text-underline-offset:.2em;
text-decoration-thickness:1px;cursor:pointer}
.plain:hover{text-decoration-thickness:2px}
.row{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline}
.row.close{column-gap:.5rem}
.wide .button{display:inline-grid;width:auto;padding-inline:1.75rem}
.alert,.status{padding:.75rem 1rem;border-radius:10px;font-size:.9375rem}
.alert{background:var(--bad-fill);color:var(--bad)}
.status{background:var(--good-fill);color:var(--good)}

.steps{padding-left:1.375rem}
.steps li+li{margin-top:.75rem}
.steps li::marker{color:var(--soft);font-weight:600}
.line{display:block;margin-top:.5rem;padding:.625rem .875rem;border-radius:10px;background:var(--fill);overflow-wrap:anywhere}
.badge{padding:.0625rem .5rem;border:1px solid var(--line);border-radius:99px;color:var(--soft);font-size:.8125rem;font-weight:400}
.box{padding:1.125rem 1.25rem;border:1px solid var(--line);border-radius:12px}
.box .facts{margin-top:.625rem}
@media (max-width:30rem){.stacked{grid-template-columns:1fr;gap:0}.stacked dd+dt{margin-top:.5rem}}

.inbox{display:grid;grid-template:auto 1fr/22rem 1fr;height:100vh;height:100dvh}
.bar{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:.375rem 1rem;padding:.75rem 1.25rem;background:var(--card);
border-bottom:1px solid var(--line)}
.bar h1{font-size:1.0625rem}
.bar .end{margin-left:auto}
.mails{overflow:auto;border-right:1px solid var(--line);background:var(--card)}
.mails ul{list-style:none}
.mails li+li{border-top:1px solid var(--line)}
.mails a{display:block;padding:.875rem 1.25rem;text-decoration:none}
.mails a:hover{background:var(--fill)}
.mails a:focus-visible{outline-offset:-3px}
.mails a[aria-current]{background:var(--fill);box-shadow:inset 3px 0 var(--ink)}
.mails b{font-weight:600}
.mails b,.mails span{display:block;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.mail{display:flex;flex-direction:column;gap:1.25rem;min-width:0;overflow:auto;padding:1.5rem clamp(1.25rem,3vw,2.5rem) 1.5rem}
.mail>*{flex:none}
.mail h2{font-size:1.375rem;line-height:1.3;letter-spacing:-.01em}
.mail .code{max-width:20rem;background:var(--card)}
.mail .tabs{display:flex;gap:1.5rem;border-bottom:1px solid var(--line)}
.tabs a{padding:.5rem 0;color:var(--soft);text-decoration:none}
.tabs a:hover{color:var(--ink)}
.tabs a[aria-current]{margin-bottom:-1px;border-bottom:2px solid var(--ink);color:var(--ink);font-weight:600}
.paper{flex:1 0 26rem;width:100%;border:1px solid var(--line);border-radius:12px;background:var(--card)}
pre.paper{flex:1 0 auto;margin:0;padding:1.25rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;font:.875rem/1.6 var(--mono)}
.empty{grid-column:1/-1;align-self:center;justify-self:center;max-width:30rem;padding:2rem 1.5rem;text-align:center}
.back{display:none}
@media (max-width:48rem){.inbox{grid-template:auto 1fr/1fr}.mails{border-right:0}.reading .mails,.browsing .mail{display:none}
.browsing .mails a[aria-current]:not(:hover){background:none}.browsing .mails a[aria-current]{box-shadow:none}.reading .back{display:inline}
.bar{padding:.75rem 1.25rem}.bar p{order:1;flex-basis:100%;margin:0}.bar a:last-child{margin-left:auto}.paper{flex-basis:34rem}}
`

/** What the content security policy allows as style. */
export const STYLE_HASH = 'sha256-WSI6yx2MkUfPHR3rGFIxIOBt7Q9rsZnmCLDrU63x+zU='
