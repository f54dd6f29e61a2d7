import type { Locale } from '../../domain/actor.ts'
import type { Draft } from '../../domain/invitation/invitation.ts'
import { shortened as cut, oneLine } from './format.ts'
import { fillLink } from './mails.ts'
import { LINK, paragraphs } from './notices.ts'
import { snug } from './snug-ja.ts'

/** What mail programs take from a `mailto:` address, in encoded characters. */
export const MOST_MAILTO = 2000

/**
 * The mail with which a provider asks a reseller for a partnership, in the reseller's language; the personal link has its
 * place as `{link}`. It tells what has to be so first (R37), who opens the link (R51) and what accepting means (R48).
 */
export function invitationDraft({
  provider,
  admin,
  locale,
}: {
  provider: string
  admin: string
  locale: Locale
}): Draft {
  const names = { provider: plainName(provider), admin: plainName(admin) }
  return locale === 'ja-JP' ? draftJa(names) : draftEn(names)
}

/**
 * The mail with its link, at most `max` characters long when subject and text are encoded. What does not fit is left out
 * from the end on, but never the paragraph with the link; the link is there however little room there is.
 */
export function shortened({ subject, body }: Draft, link: string, max: number): Draft {
  const title = fitting(subject, Math.floor(max / 5))
  const filled = withLink(body, link)
  const room = max - encoded(title)
  if (encoded(filled) <= room) return { subject: title, body: filled }
  const parts = filled.split(/\n{2,}/)
  const at = parts.findIndex((part) => part.includes(link))
  const own = parts[at] ?? link
  const core = encoded(own) <= room - MARGIN ? own : link
  const kept = parts.map((_, n) => n === at)
  const text = (): string => parts.flatMap((part, n) => (n === at ? [core] : kept[n] ? [part] : [])).join('\n\n')
  for (const n of parts.keys()) {
    if (n === at) continue
    kept[n] = true
    if (encoded(text()) > room) {
      kept[n] = false
      break
    }
  }
  return { subject: title, body: text() }
}

/** The `mailto:` address that opens the mail in the person's own mail program, short enough for all of them. */
export function mailtoLink(email: string, draft: Draft, link: string): string {
  const to = `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=`
  const { subject, body } = shortened(draft, link, MOST_MAILTO - to.length - '&body='.length)
  return `${to}${encode(subject)}&body=${encode(body)}`
}

/** A text with the real link where its place was. */
export const withLink = (body: string, link: string): string => fillLink(body, link)

/** Mail programs want line breaks as CRLF (RFC 6068). A lone surrogate has no encoding and is replaced. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed().replace(/\r?\n/g, '\r\n'))

const encoded = (text: string): number => encode(text).length

/** Room for one short line before the link. */
const MARGIN = 40

function fitting(text: string, max: number): string {
  let points = [...text].length
  let title = text
  while (encoded(title) > max && points > 1) title = cut(text, --points)
  return title
}

const plainName = (text: string): string => oneLine(text.replaceAll('{', '('), 100)

type Names = { provider: string; admin: string }

const draftEn = ({ provider, admin }: Names): Draft => ({
  subject: `Invitation to a partnership with ${provider}`,
  body: paragraphs(
    'Hello,',
    `${provider} would like to be your indirect provider in the Cloud Solution Provider (CSP) program, and invites you to authorize us.`,
    `A global admin of your company opens this link, reads what accepting means, and then selects “Authorize indirect provider”:\n${LINK}`,
    'Before you can accept, your company must be enrolled as an indirect reseller in the CSP program. If it is not enrolled yet, the same link leads your global admin to the enrollment.',
    "By accepting, you authorize us to submit orders and add subscriptions on behalf of your customers, and you grant us administrator access to your company's work account.",
    'The link is personal and valid for 30 days. Please reply to this email if you have any questions.',
    `Kind regards,\n${admin}\n${provider}`,
  ),
})

const draftJa = snug(
  ({ provider, admin }: Names): Draft => ({
    subject: `パートナーシップへのご招待 (${provider})`,
    body: paragraphs(
      'ご担当者様',
      `いつもお世話になっております。${provider} の ${admin} です。`,
      'クラウド ソリューション プロバイダー (CSP) プログラムにおいて、弊社を貴社の間接プロバイダーとして承認していただきたく、ご招待いたします。',
      `貴社の全体管理者の方が次のリンクを開き、内容をご確認のうえ、[間接プロバイダーを承認する] を選択してください。\n${LINK}`,
      'ご承諾には、貴社が CSP プログラムに間接リセラーとして登録されている必要があります。未登録の場合は、全体管理者の方が同じリンクから登録の手続きに進めます。',
      'ご承諾いただくと、貴社の顧客に代わって注文を送信し、サブスクリプションを追加する権限と、貴社の職場アカウントへの管理者アクセス権を、弊社に付与することになります。',
      'リンクは貴社専用で、有効期間は 30 日間です。ご不明な点がございましたら、このメールにご返信ください。',
      `何卒よろしくお願いいたします。\n\n${admin}\n${provider}`,
    ),
  }),
  () => [],
)

/** What whoever removed a partnership may send to the reseller themselves; nothing is sent by us (R45, R47). */
export function removalDraft({
  provider,
  reseller,
  admin,
  locale,
}: {
  provider: string
  reseller: string
  admin: string
  locale: Locale
}): Draft {
  const [from, to, who] = [plainName(provider), plainName(reseller), plainName(admin)]
  return locale === 'ja-JP'
    ? removalJa({ from, to, who })
    : {
        subject: `End of our partnership with ${from}`,
        body: paragraphs(
          'Hello,',
          `We have ended the partnership between ${from} and ${to} in Partner Center.`,
          'Your existing customers, their subscriptions and any delegated admin privileges stay as they are. We can no longer submit new orders that name you as the reseller.',
          'Please reply to this email if you have any questions.',
          `Kind regards,\n${who}\n${from}`,
        ),
      }
}

const removalJa = snug(
  ({ from, to, who }: { from: string; to: string; who: string }): Draft => ({
    subject: `パートナーシップ終了のお知らせ (${from})`,
    body: paragraphs(
      `${to}\nご担当者様`,
      `いつもお世話になっております。${from} の ${who} です。`,
      'パートナー センターにおいて、弊社と貴社とのパートナーシップを終了しましたので、お知らせいたします。',
      '既存の顧客、サブスクリプション、および代理管理者特権に変更はありません。今後、弊社から貴社の顧客の新しい注文を送信することはできません。',
      'ご不明な点がございましたら、このメールにご返信ください。',
      `何卒よろしくお願いいたします。\n\n${who}\n${from}`,
    ),
  }),
  () => [],
)
