import type { Page } from '../page.ts'
import { type Html, html } from '../pages/layout.ts'
import { htmlPage } from './html-page.ts'
import type { DeliveredMail } from './mailer.ts'
import type { SandboxRoom } from './pages.ts'

/** `GET /sandbox/mail`: every delivered mail, newest first; as JSON when that is what is accepted. */
export const mailPage = ({ mailer }: SandboxRoom): Page => ({
  method: 'GET',
  path: '/sandbox/mail',
  answer: async ({ headers }) => {
    const mails = await mailer.mailbox()
    if (headers.accept?.includes('application/json')) return { status: 200, body: mails.map(listed) }
    return htmlPage(
      'Mailbox · メールボックス',
      html`<p><a href="/sandbox">Sandbox <span lang="ja">· サンドボックス</span></a></p>
<h1>Mailbox <span lang="ja">· メールボックス</span></h1>
${mails.length === 0 ? html`<p>No mail yet. <span lang="ja">· メールはまだありません。</span></p>` : mails.map(article)}`,
    )
  },
})

const listed = ({ to, subject, text, links, at }: DeliveredMail) => ({ to, subject, text, links, at })

const article = ({ to, subject, text, links, at }: DeliveredMail): Html =>
  html`<article><small>${at} → ${to}</small><h2>${subject}</h2><pre>${linked(text, links)}</pre></article>`

/** The text with its links to follow. */
function linked(text: string, links: readonly string[]): readonly Html[] {
  const pieces: Html[] = []
  let rest = text
  for (const link of links) {
    const at = rest.indexOf(link)
    pieces.push(html`${rest.slice(0, at)}<a href="${link}">${link}</a>`)
    rest = rest.slice(at + link.length)
  }
  return [...pieces, html`${rest}`]
}
