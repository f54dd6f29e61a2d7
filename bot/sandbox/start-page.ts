import type { Page } from '../page.ts'
import { type Html, html } from '../pages/layout.ts'
import { htmlPage } from './html-page.ts'
import { mpnHints } from './mpn-hints.ts'
import type { SandboxRoom } from './pages.ts'
import type { World } from './world.ts'
import { tenantOf } from './world-people.ts'

const STEPS = [
  ['PT1H', '+ 1 hour · 1 時間'],
  ['P1D', '+ 1 day · 1 日'],
  ['P7D', '+ 1 week · 1 週間'],
] as const

/** `GET /sandbox`: the way to the chat windows and the mailbox, what a link brings along to send there, MPN IDs to try, and the clock, in both languages. */
export const startPage = ({ world, clock, windows }: SandboxRoom): Page => ({
  method: 'GET',
  path: '/sandbox',
  answer: async ({ query }) =>
    htmlPage(
      'Sandbox · サンドボックス',
      html`<h1>Sandbox <span lang="ja">· サンドボックス</span></h1>
${brought(query.get('code') ?? '')}<p><a href="/sandbox/mail">Mailbox <span lang="ja">· メールボックス</span></a></p>
<h2>Chat windows <span lang="ja">· チャット ウィンドウ</span></h2>
<ul>${windows.map(
        ({ person, company, part, url }) => html`<li><a href="${url}">${person.name}</a> — ${company}<br>
<small>${part.en} <span lang="ja">· ${part.ja}</span> · ${person.email}</small></li>`,
      )}</ul>
<p><small>They are open while <code>npm run playground</code> runs.
<span lang="ja">· <code>npm run playground</code> の実行中のみ開けます。</span></small></p>
<h2>MPN IDs to try <span lang="ja">· 試せる MPN ID</span></h2>
${windows.map(({ person, company }) => hintsOf(world, person.tenantId, company))}
<h2>Clock <span lang="ja">· 時計</span></h2>
<p>${clock.now()}</p>
${STEPS.map(
  ([
    duration,
    label,
  ]) => html`<form method="post" action="/sandbox/clock"><input type="hidden" name="advance" value="${duration}">
<button>${label}</button></form>`,
)}
<p><small><a href="/sandbox/people">People <span lang="ja">· ユーザー</span></a> (JSON) —
<a href="/sandbox/outside">Made outside <span lang="ja">· 外部で作成されたもの</span></a> (JSON)</small></p>`,
    ),
})

/** What leads into a chat in Teams leads here in the sandbox, with what Teams would bring into it: the code of an invitation, or a message. */
const brought = (text: string): Html => {
  if (text === '') return html``
  return CODE.test(text) ? invitation(text) : message(text.slice(0, LONGEST_MESSAGE))
}

const CODE = /^[A-Za-z0-9_-]{43}$/
const LONGEST_MESSAGE = 300

const invitation = (code: string): Html =>
  html`<h2>Open the invitation <span lang="ja">· 招待を開く</span></h2>
<p>Copy this code, open the chat window of a person of the invited company below, and send it there.
<span lang="ja">· 次のコードをコピーし、招待された会社のユーザーのチャット ウィンドウを下から開いて送信してください。</span></p>
<p><code>${code}</code></p>
`

const message = (text: string): Html =>
  html`<h2>Send this message <span lang="ja">· メッセージを送信する</span></h2>
<p>Copy this message, open your own chat window below, and send it there. In Teams, it already stands in your chat.
<span lang="ja">· 次のメッセージをコピーし、ご自身のチャット ウィンドウを下から開いて送信してください。Teams では、入力済みの状態でチャットが開きます。</span></p>
<p><code>${text}</code></p>
`

function hintsOf(world: World, tenantId: string, company: string): Html {
  const tenant = tenantOf(world, tenantId)
  if (tenant?.kind !== 'prospect') return html``
  return html`<h3>${company}</h3><ul>${mpnHints(world, tenant).map(
    ({ mpnId, en, ja }) => html`<li><code>${mpnId}</code> <small>${en} <span lang="ja">· ${ja}</span></small></li>`,
  )}</ul>`
}
