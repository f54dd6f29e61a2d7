import type { Locale } from '../../domain/actor.ts'
import type { Notice } from '../../domain/notices.ts'
import { formatFor, oneLine, shortened } from './format.ts'
import { LINK, noticeText, paragraphs } from './notices.ts'
import { noticesEn } from './notices-en.ts'
import { noticesJa } from './notices-ja.ts'
import { mendsEn } from './refusals-en.ts'
import { mendsJa } from './refusals-ja.ts'
import { termsEn } from './terms-en.ts'
import { termsJa } from './terms-ja.ts'

export type ComposedMail = { subject: string; text: string }

/**
 * A notice as a plain-text mail. Names that companies and people gave themselves stand on one line and hold no link of
 * their own; the subject has at most 150 characters. Without `link` the text keeps the placeholder `{link}` for delivery.
 * @param options `both` puts the other language below (R21: mails to the primary contact).
 */
export function composeMail(
  notice: Notice,
  { locale, both, timeZone, link }: { locale: Locale; both: boolean; timeZone: string; link?: string },
): ComposedMail {
  const tame = harmless(notice)
  const first = part(tame, locale, timeZone)
  const text = both ? bilingual(first, part(tame, other(locale), timeZone), locale) : first.text
  return { subject: shortened(first.title, MOST_SUBJECT), text: link === undefined ? text : fillLink(text, link) }
}

/** Puts the personal link where the text keeps a place for it. */
export const fillLink = (text: string, link: string): string => text.replaceAll(LINK, () => link)

/** The mail of R9: a password that is good for one sign-in, and has to be changed before work begins. */
export function temporaryPasswordMail({
  company,
  name,
  email,
  password,
  locale,
}: {
  company: string
  name: string
  email: string
  password: string
  locale: Locale
}): ComposedMail {
  const known = { company: plainName(company), name: plainName(name), email: oneLine(email, 254), password }
  const { subject, text } = locale === 'ja-JP' ? passwordJa(known) : passwordEn(known)
  return { subject: shortened(subject, MOST_SUBJECT), text }
}

const MOST_SUBJECT = 150
const MOST_NAME = 100
const MOST_TEXT = 2000
const RULE = '-'.repeat(40)
const PARTNER_CENTER = 'https://partner.microsoft.com/pcv/dashboard/overview'

/** Announces the language that is said in the second half, in that language. */
const FOLLOWS: Record<Locale, string> = {
  'en-US': 'The English text follows below.',
  'ja-JP': '日本語の文面は、このメールの後半にあります。',
}

const NOTICES = { 'en-US': noticesEn, 'ja-JP': noticesJa } as const

type Part = { title: string; text: string }

function part(notice: Notice, locale: Locale, timeZone: string): Part {
  const { title, text } = noticeText(notice, NOTICES[locale](formatFor(locale, timeZone)))
  return { title, text: paragraphs(text, FOOTERS[locale][footerOf(notice)](notice.company)) }
}

const bilingual = (first: Part, second: Part, locale: Locale): string =>
  paragraphs(`(${FOLLOWS[other(locale)]})`, first.text, RULE, second.title, second.text)

const other = (locale: Locale): Locale => (locale === 'ja-JP' ? 'en-US' : 'ja-JP')

type Footer = 'contact' | 'reviewer' | 'support' | 'company'

const footerOf = ({ name }: Notice): Footer => {
  if (name === 'verification.confirm') return 'contact'
  if (name === 'partnership.endRequested') return 'support'
  return name.startsWith('review.') ? 'reviewer' : 'company'
}

const FOOTERS: Record<Locale, Record<Footer, (company: string) => string>> = {
  'en-US': {
    contact: (company) => `This email about ${company} was sent automatically by the ${termsEn.product}.`,
    reviewer: (company) =>
      `This email about ${company} was sent automatically. To decide, open the ${termsEn.product} in Microsoft Teams.`,
    support: (company) => `This email about ${company} was sent automatically by the ${termsEn.product}.`,
    company: (company) =>
      `This email about ${company} was sent automatically. Your administrators can act on it in the ${termsEn.product} in Microsoft Teams.`,
  },
  'ja-JP': {
    contact: (company) => `このメールは、「${company}」について ${termsJa.product}から自動的に送信されました。`,
    reviewer: (company) =>
      `このメールは、「${company}」について自動的に送信されました。審査は、Microsoft Teams の ${termsJa.product}で行えます。`,
    support: (company) => `このメールは、「${company}」について ${termsJa.product}から自動的に送信されました。`,
    company: (company) =>
      `このメールは、「${company}」について自動的に送信されました。手続きは、貴社の管理者が Microsoft Teams の ${termsJa.product}で行えます。`,
  },
}

type Password = { company: string; name: string; email: string; password: string }

const passwordEn = ({ company, name, email, password }: Password): ComposedMail => ({
  subject: `Your temporary password for ${company}`,
  text: [
    `Hello ${name},`,
    `An account at ${company} was created for you in Partner Center.`,
    `User name: ${email}\nTemporary password: ${password}`,
    [
      '1. Open Partner Center and sign in with this user name and password:',
      `   ${PARTNER_CENTER}`,
      '2. Change the password when you are asked to.',
      `3. Open the ${termsEn.product} in Microsoft Teams and select “${mendsEn.USR_CHANGE_PASSWORD}”.`,
    ].join('\n'),
    "You can start working after you have changed the password. Don't pass this email on.",
    "If you didn't expect it, tell a global admin of your company.",
  ].join('\n\n'),
})

const passwordJa = ({ company, name, email, password }: Password): ComposedMail => ({
  subject: `一時パスワードのお知らせ (${company})`,
  text: [
    `${name} 様`,
    `「${company}」のユーザーとしてパートナー センターで使用するアカウントが作成されました。`,
    `ユーザー名: ${email}\n一時パスワード: ${password}`,
    [
      '1. パートナー センターを開き、上記のユーザー名と一時パスワードでサインインします。',
      `   ${PARTNER_CENTER}`,
      '2. 画面の指示に従って、パスワードを変更します。',
      `3. Microsoft Teams で ${termsJa.product}を開き、[${mendsJa.USR_CHANGE_PASSWORD}] を選択します。`,
    ].join('\n'),
    'パスワードを変更すると、作業を開始できます。このメールは転送しないでください。',
    'このメールにお心当たりがない場合は、貴社の全体管理者にお知らせください。',
  ].join('\n\n'),
})

/**
 * What somebody calls themselves: one line that no mail program makes clickable (a word joiner after each dot inside a
 * word), without a place for our link.
 */
const plainName = (text: string): string =>
  oneLine(text.replace(/(https?|ftp|mailto):(\/\/)?/gi, '').replaceAll('{', '('), MOST_NAME).replace(
    /(?<=\S)\.(?=\S)/g,
    '.\u2060',
  )

const NAMES = new Set(['company', 'by', 'contactName', 'employee', 'other', 'provider', 'reseller'])

/** The notice with every text on one line; the texts come from companies, and go to whoever they named. */
function harmless(notice: Notice): Notice {
  return JSON.parse(JSON.stringify(notice), (key, value: unknown) => {
    if (typeof value !== 'string') return value
    return NAMES.has(key) ? plainName(value) : oneLine(value.replace(/\{(?=link\})/g, '('), MOST_TEXT)
  })
}
