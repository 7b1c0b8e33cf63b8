/** How the pages of an archive look: light or dark as the reader's machine is, and on paper. */
export const style = `
:root { color-scheme: light dark; --text: #1c2321; --dim: #5b6663; --line: #dfe4e2; --back: #fff; --soft: #f4f6f5; --link: #1f5f50; --mark: #7a4a00; --markback: #fdf1dc; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6ebe9; --dim: #a2aeaa; --line: #36403d; --back: #161b19; --soft: #1f2624; --link: #8fd3c1; --mark: #f3cf94; --markback: #40310f; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 760px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 20px; color: var(--dim); font-weight: 600; }
main { padding-bottom: 60px; }
h1 { margin: 6px 0 14px; font-size: 26px; line-height: 1.25; }
h2 { margin: 0 0 2px; font-size: 17px; }
h3, h4 { margin: 0; font-size: 15px; }
a { color: var(--link); }
nav { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 14px; }
.contents { margin: 20px 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.contents li { padding: 12px 0; border-bottom: 1px solid var(--line); font-size: 17px; }
article { padding: 16px 0; border-top: 1px solid var(--line); }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 10px; margin: 0; }
.head img { border-radius: 50%; object-fit: cover; }
time, .company, .note { color: var(--dim); font-size: 13.5px; }
.company::before { content: "· "; }
.mark { padding: 0 8px; border-radius: 4px; background: var(--markback); color: var(--mark); font-size: 12.5px; font-weight: 600; }
.text { margin-top: 6px; white-space: pre-wrap; }
.below { margin: 12px 0 0; padding-left: 16px; border-left: 3px solid var(--line); }
.below article { padding: 8px 0; border: 0; }
dl { margin: 8px 0 0; }
dl div { display: flex; flex-wrap: wrap; gap: 0 12px; }
dt { min-width: 150px; color: var(--dim); }
dd { margin: 0; white-space: pre-wrap; }
@media print {
  :root { color-scheme: light; --text: #000; --dim: #444; --line: #bbb; --back: #fff; --link: #000; --mark: #000; --markback: #fff; }
  .mark { border: 1px solid #000; }
  nav { display: none; }
  .head, h2 { break-after: avoid; }
}
`
