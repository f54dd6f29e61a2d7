import type { Page } from '../page.ts'
import { html, htmlPage } from './html.ts'
import type { SandboxRoom } from './pages.ts'

const STEPS = [
  ['PT1H', '+ 1 hour · 1 時間'],
  ['P1D', '+ 1 day · 1 日'],
  ['P7D', '+ 1 week · 1 週間'],
] as const

/** `GET /sandbox`: the way to the chat windows and the mailbox, and the clock, in both languages. */
export const startPage = ({ clock, windows }: SandboxRoom): Page => ({
  method: 'GET',
  path: '/sandbox',
  answer: async () =>
    htmlPage(
      'Sandbox · サンドボックス',
      html`<h1>Sandbox <span lang="ja">· サンドボックス</span></h1>
<p><a href="/sandbox/mail">Mailbox <span lang="ja">· メールボックス</span></a></p>
<h2>Chat windows <span lang="ja">· チャット ウィンドウ</span></h2>
<ul>${windows.map(
        ({ person, company, part, url }) => html`<li><a href="${url}">${person.name}</a> — ${company}<br>
<small>${part.en} <span lang="ja">· ${part.ja}</span> · ${person.email}</small></li>`,
      )}</ul>
<p><small>They are open while <code>npm run playground</code> runs.
<span lang="ja">· <code>npm run playground</code> の実行中のみ開けます。</span></small></p>
<h2>Clock <span lang="ja">· 時計</span></h2>
<p>${clock.now()}</p>
${STEPS.map(
  ([
    duration,
    label,
  ]) => html`<form method="post" action="/sandbox/clock"><input type="hidden" name="advance" value="${duration}">
<button>${label}</button></form>`,
)}
<p><small><a href="/sandbox/people">people</a> · <a href="/sandbox/outside">outside</a></small></p>`,
    ),
})
