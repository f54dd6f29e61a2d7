import type { PageResponse } from '../page.ts'
import { type Html, html } from '../pages/layout.ts'

/** A whole page of the sandbox. The referrer policy lets the page's own forms say where they come from. */
export const htmlPage = (title: string, body: Html): PageResponse => ({
  status: 200,
  headers: { 'referrer-policy': 'same-origin' },
  body: `<!doctype html>${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body>${body}</body></html>`.markup
  }`,
})

const STYLE = {
  markup: `body{font:16px/1.5 "Segoe UI","Noto Sans CJK JP","Yu Gothic UI",sans-serif;max-width:46rem;margin:2rem auto;
padding:0 1rem;color:#242424;background:#fff}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}h3{font-size:1rem}article{border-top:1px solid
#d1d1d1;padding:.5rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.5rem 0}small{color:#616161}
a{color:#115ea3}button{font:inherit;padding:.25rem .75rem;margin:0 .5rem .5rem 0}form{display:inline}
@media (prefers-color-scheme:dark){body{background:#1f1f1f;color:#fff}small{color:#adadad}a{color:#62abf5}}`,
}
