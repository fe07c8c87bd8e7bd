/** Style sheet of the HTML pages. Colours have a contrast of 4.5 to 1 for text and 3 to 1 for lines, in light and dark mode. */
export const style = `
:root{color-scheme:light dark;--back:#fff;--card:#f6f8fa;--text:#1f2328;--soft:#59636e;--line:#d1d9e0;--link:#0969da;--new:#116329;--new-back:#dafbe1;--rebuilt:#0a53a8;--rebuilt-back:#ddf4ff;--changed:#7d4e00;--changed-back:#fff8c5;--removed:#a40e26;--removed-back:#ffebe9;--edge:#59636e}
@media (prefers-color-scheme:dark){:root{--back:#0d1117;--card:#161b22;--text:#e6edf3;--soft:#9198a1;--line:#3d444d;--link:#6cb6ff;--new:#56d364;--new-back:#0f2d1a;--rebuilt:#79c0ff;--rebuilt-back:#0c2d4d;--changed:#e3b341;--changed-back:#332701;--removed:#ff9492;--removed-back:#3c1618;--edge:#9198a1}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main{max-width:1400px;margin:0 auto;padding:16px 24px}
header{border-bottom:4px solid var(--line)}
header.calm{border-color:var(--new)}header.changed{border-color:var(--rebuilt)}header.alarm{border-color:var(--removed)}
h1{font-size:1.5rem;line-height:1.25;margin:.25em 0}
h2{font-size:1.2rem;margin:1.6em 0 .5em}
h3{font-size:1rem;margin:0}
nav ul,.legend{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:.5em 0;padding:0}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.drawing:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px}
p{margin:.25em 0}
.card{background:var(--card);border:1px solid var(--line);border-left-width:6px;border-radius:6px;padding:10px 14px;margin:10px 0}
.card ul{margin:.25em 0;padding-left:1.2em}
.card.new{border-left-color:var(--new)}.card.rebuilt{border-left-color:var(--rebuilt)}.card.changed,.card.attention{border-left-color:var(--changed)}.card.removed,.card.destructive{border-left-color:var(--removed)}
.stories{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));gap:0 16px}
.word{font-weight:600}
.word.attention{color:var(--changed)}.word.destructive{color:var(--removed)}
.soft,.detail{color:var(--soft)}
code,pre{font:13px/1.45 ui-monospace,monospace}
pre{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:8px 0;margin:6px 0}
pre span{display:block;padding:0 12px;white-space:pre;min-width:max-content}
pre .add{background:var(--new-back);color:var(--new)}pre .del{background:var(--removed-back);color:var(--removed)}pre .at{color:var(--soft)}
details{margin:8px 0}summary{cursor:pointer}
.drawing{overflow:auto;max-height:85vh;border:1px solid var(--line);border-radius:6px;background:var(--back)}
svg{display:block;font:13px system-ui,sans-serif}
svg text{fill:var(--text)}svg .detail{font-size:11px;fill:var(--soft)}svg .sign{font-weight:700}
svg rect{fill:var(--card);stroke:var(--edge);stroke-width:1}
svg .image rect,svg .container rect{stroke-width:2}
svg .same rect{stroke:var(--line)}svg .same text{fill:var(--soft)}
svg .new rect{fill:var(--new-back);stroke:var(--new)}svg .rebuilt rect{fill:var(--rebuilt-back);stroke:var(--rebuilt)}svg .changed rect{fill:var(--changed-back);stroke:var(--changed)}svg .removed rect{fill:var(--removed-back);stroke:var(--removed);stroke-dasharray:5 3}
svg .edge{fill:none;stroke:var(--edge);stroke-width:1.2}svg .edge.faded{opacity:.45}svg .tip{fill:var(--edge)}
svg a:focus-visible rect,svg a:hover rect{stroke:var(--link);stroke-width:3}
.legend li{border:1px solid var(--edge);border-radius:4px;padding:0 8px;font-size:.85rem;background:var(--card)}
.legend .new{background:var(--new-back);border-color:var(--new)}.legend .rebuilt{background:var(--rebuilt-back);border-color:var(--rebuilt)}.legend .changed{background:var(--changed-back);border-color:var(--changed)}.legend .removed{background:var(--removed-back);border-color:var(--removed);border-style:dashed}
@media (max-width:600px){header,main{padding:12px}h1{font-size:1.2rem}}
@media (forced-colors:active){svg rect{fill:Canvas;stroke:CanvasText}svg text{fill:CanvasText}}
@media print{.drawing{max-height:none;overflow:visible}nav{display:none}}
`;
